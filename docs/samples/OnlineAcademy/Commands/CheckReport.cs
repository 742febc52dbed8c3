using System.Globalization;
using System.Text;
using UserImport;
using UserImport.Columns;
using UserImport.Planning;

namespace OnlineAcademy.Commands;

/// <summary>The final check for people: counts, brakes, causes, the rows that are not imported, old and new values.</summary>
internal sealed class CheckReport
{
    private const int Listed = 15;

    private readonly StringBuilder _report = new();
    private readonly ImportCheck _check;
    private readonly Terminal _terminal;
    private readonly Texts _texts;

    private CheckReport(ImportCheck check, Terminal terminal) =>
        (_check, _terminal, _texts) = (check, terminal, new Texts(check.Culture));

    /// <summary>Returns the report, in the language of the check.</summary>
    public static string Of(ImportCheck check, Terminal terminal)
    {
        var report = new CheckReport(check, terminal);
        if (check.Refusal is { } refusal)
            report.Line(Colour.Red, report._texts["The file is refused:"] + " " + refusal.Message);
        else
            report.WriteAll();
        return report._report.Append('\n').ToString();
    }

    private void WriteAll()
    {
        Heading("Final check");
        WriteCounts();
        if (_check.Changes.Brakes.Count > 0) Heading("Look at this first");
        foreach (var brake in _check.Changes.Brakes) Line(Colour.Red, "  ! " + brake.Message);
        List("Problems by cause", _check.Groups, group => Line(null, "  " + group.Message));
        List("Rows that may not be imported", _check.RejectedRows, row =>
        {
            foreach (var issue in row.Issues) Line(null, $"  {Place(issue),-6} {row.Cells.GetValueOrDefault("EmployeeNumber"),-10} {issue.Message}");
        });
        List("Warnings and notices", [.. _check.Issues.Where(issue => issue.Severity != IssueSeverity.Error)], issue =>
            Line(null, $"  {Place(issue),-6} {Severity(issue)}: {issue.Message}"));
        List("Will be updated", Of(ChangeKind.Updated), WriteFields);
        List("Will be added", Of(ChangeKind.Added), change => Line(null, $"{Who(change),-36} {change.After.Email}{Marks(change)}"));
        List("Only get an invitation", Of(ChangeKind.Invited), change => Line(null, $"{Who(change),-36} {change.After.Email}"));
    }

    private void WriteCounts()
    {
        var (rows, counts) = (_check.Rows, _check.Counts);
        Count("rows read", rows.Read);
        Count("will be added", rows.Added, Colour.Green);
        Count("will be updated", rows.Updated, Colour.Green);
        Count("stay as they are", rows.Unchanged);
        Count("may not be imported", rows.Rejected, Colour.Red);
        foreach (var (text, count, colour) in ((string, int, Colour?)[])[
            ("repeat another row", rows.Duplicates, null), ("will be deactivated", counts.Deactivated, Colour.Yellow),
            ("will be activated again", counts.Reactivated, null), ("get another email address", counts.EmailChanged, null),
            ("get an invitation", counts.Invitations, null),
            ("get no invitation, because they are inactive", counts.InvitationsWithheld, Colour.Yellow)])
        {
            if (count > 0) Count(text, count, colour);
        }
        foreach (var (column, count) in counts.Cleared)
            if (count > 0) Count(_texts["lose their value:"] + " " + Header(column), count, Colour.Yellow);
        foreach (var (column, count) in counts.KeptAbsent)
            if (count > 0) Count(_texts["keep their value, because the column is not in the file:"] + " " + Header(column), count);
    }

    private void WriteFields(UserChange change)
    {
        var (who, fields) = (Who(change), change.Fields.ToArray());
        for (var i = 0; i < fields.Length; i++)
        {
            var (field, marks) = (fields[i], i == fields.Length - 1 ? Marks(change) : "");
            var (old, now) = (_terminal.Paint(Colour.Grey, Shown(field.Old)), _terminal.Paint(Colour.Green, Shown(field.New)));
            Line(null, $"{(i == 0 ? who : ""),-36} {Header(field.Column)}: {old} → {now}{marks}");
        }
    }

    private void List<T>(string heading, IReadOnlyList<T> all, Action<T> write)
    {
        if (all.Count == 0) return;
        Heading(heading);
        foreach (var one in all.Take(Listed)) write(one);
        if (all.Count > Listed) Line(Colour.Grey, "  " + _texts["… and {0} more", all.Count - Listed]);
    }

    private List<UserChange> Of(ChangeKind kind) => [.. _check.Changes.Changes.Where(change => change.Kind == kind)];

    private static string Who(UserChange change) => $"  {change.After.EmployeeNumber,-10} {Pages.Names.Of(change.After)}";

    private string Marks(UserChange change) =>
        (change.After.Active || change.Kind == ChangeKind.Updated ? "" : $", {_texts["Inactive"]}") +
        (change.SendInvitation ? _terminal.Paint(Colour.Yellow, $"  [{_texts["Invitation"]}]") : "");

    private string Severity(ImportIssue issue) => issue.Severity == IssueSeverity.Warning
        ? _terminal.Paint(Colour.Yellow, _texts["Warning"])
        : _texts["Notice"];

    private static string Place(ImportIssue issue) => issue.Cell ?? issue.Row?.ToString(CultureInfo.InvariantCulture) ?? "";

    private void Heading(string english) =>
        _report.Append('\n').Append(_terminal.Paint(Colour.Bold, _texts[english])).Append('\n');

    private void Count(string english, int count, Colour? colour = null) =>
        Line(count > 0 ? colour : null, "  " + _texts[english].PadRight(46) + count.ToString("N0", _check.Culture).PadLeft(8));

    private void Line(Colour? colour, string text) =>
        _report.Append(colour is { } paint ? _terminal.Paint(paint, text) : text).Append('\n');

    private string Header(string column) =>
        UserColumns.All.FirstOrDefault(known => known.Key == column)?.Header(_check.Culture) ?? column;

    private string Shown(string text) => text.Length == 0 ? _texts["(blank)"] : text;
}
