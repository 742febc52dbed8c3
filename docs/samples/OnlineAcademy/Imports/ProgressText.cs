using OnlineAcademy.Data;
using UserImport;

namespace OnlineAcademy.Imports;

/// <summary>How far an import is, in words.</summary>
internal static class ProgressText
{
    public static string Of(Texts texts, ImportState state, ImportProgress? progress) => progress is { } known
        ? Of(texts, known)
        : texts[state == ImportState.Checking ? "The file waits for its check." : "The import waits for its turn."];

    public static string Of(Texts texts, ImportProgress progress) => progress switch
    {
        { Stage: ImportStage.Reading } => texts["{0:N0} rows read", progress.Done],
        { Stage: ImportStage.Planning } => texts["The final state of all users is judged"],
        { Total: { } total } => texts["{0:N0} of {1:N0} changes written", progress.Done, total],
        _ => texts["{0:N0} changes written", progress.Done],
    };
}
