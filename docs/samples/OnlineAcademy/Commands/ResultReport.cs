using System.Globalization;
using System.Text;
using UserImport.Applying;
using UserImport.Planning;

namespace OnlineAcademy.Commands;

/// <summary>The outcome of an import, or of an undo, for people.</summary>
internal static class ResultReport
{
    private const int Listed = 20;

    /// <summary>Returns the report in a language.</summary>
    public static string Of(ImportResult result, ChangeSet changes, Terminal terminal, CultureInfo culture)
    {
        var (report, texts) = (new StringBuilder(), new Texts(culture));
        report.Append(terminal.Paint(Colour.Bold, changes.Undoes is null ? texts["Import"] : texts["Undo"])).Append('\n');
        foreach (var (text, count, colour) in ((string, int, Colour)[])[
            ("changes written", result.Applied, Colour.Green), ("stood already", result.AlreadyApplied, Colour.Grey),
            ("changed since the check, so left alone", result.ChangedSince, Colour.Yellow),
            ("failed", result.Failed, Colour.Red), ("not attempted", result.NotAttempted, Colour.Grey)])
        {
            var line = $"  {texts[text],-46}{count.ToString("N0", culture),8}";
            if (count > 0) report.Append(terminal.Paint(colour, line)).Append('\n');
            else if (colour == Colour.Green) report.Append(line).Append('\n');
        }
        var skipped = result.Outcomes.Where(outcome => outcome.Kind >= ChangeOutcomeKind.ChangedSince).ToList();
        foreach (var outcome in skipped.Take(Listed))
            report.Append("  ").Append(terminal.Paint(Colour.Yellow, $"{changes.Changes[outcome.Change].After.EmployeeNumber,-10}"))
                .Append(' ').Append(texts[Reasons.Text(outcome)]).Append('\n');
        if (skipped.Count > Listed) report.Append("  ").Append(texts["… and {0} more", skipped.Count - Listed]).Append('\n');
        return report.Append('\n').ToString();
    }
}
