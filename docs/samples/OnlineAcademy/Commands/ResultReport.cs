using System.Globalization;
using System.Text;
using UserImport.Applying;
using UserImport.Planning;

namespace OnlineAcademy.Commands;

/// <summary>The outcome of an import for people.</summary>
internal static class ResultReport
{
    private const int Listed = 20;

    public static string Of(ImportResult result, ChangeSet changes, Terminal terminal)
    {
        var report = new StringBuilder();
        report.Append(terminal.Paint(Colour.Bold, "Import")).Append('\n');
        Count(report, "applied", result.Applied);
        Count(report, "already applied", result.AlreadyApplied);
        Count(report, "changed since the check", result.ChangedSince);
        Count(report, "failed", result.Failed);
        Count(report, "not attempted", result.NotAttempted);
        foreach (var outcome in result.Outcomes.Where(outcome => outcome.Kind >= ChangeOutcomeKind.ChangedSince).Take(Listed))
            report.Append("  ").Append(terminal.Paint(Colour.Yellow, changes.Changes[outcome.Change].After.EmployeeNumber))
                .Append("  ").Append(outcome.Kind).Append(": ").Append(outcome.Reason).Append('\n');
        return report.Append('\n').ToString();
    }

    private static void Count(StringBuilder report, string name, int count)
    {
        if (count > 0 || name == "applied")
            report.Append("  ").Append(name.PadRight(26)).Append(CultureInfo.InvariantCulture, $"{count,7:N0}").Append('\n');
    }
}
