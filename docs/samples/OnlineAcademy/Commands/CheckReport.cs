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
        var rows = _check.Rows;
        Count("Rows read", rows.Read);
        Count("will be added", rows.Added, Colour.Green);
        Count("will be updated", rows.Updated, Colour.Green);
        Count("stay as they are", rows.Unchanged);
        Count("may not be imported", rows.Rejected, Colour.Red);
        if (rows.Duplicates > 0) Count("repeat another row", rows.Duplicates);
        var counts = _check.Counts;
        if (counts.Deactivated > 0) Count("will be deactivated", counts.Deactivated, Colour.Yellow);
        if (counts.Reactivated > 0) Count("will be activated again", counts.Reactivated);
        if (counts.EmailChanged > 0) Count("get another email address", counts.EmailChanged);
        if (counts.Invitations > 0) Count("get an invitation", counts.Invitations);
        foreach (var (column, count) in counts.Cleared) Count(_texts["lose their value:"] + " " + Header(column), count, Colour.Yellow);

        if (_check.Changes.Brakes.Count > 0) Heading("Look at this first");
        foreach (var brake in _check.Changes.Brakes) Line(Colour.Red, "  ! " + brake.Message);
        if (_check.Groups.Count > 0) Heading("Problems by cause");
        foreach (var group in _check.Groups.Take(Listed)) Line(null, "  " + group.Message);
        More(_check.Groups.Count);
        if (_check.RejectedRows.Count > 0) Heading("Rows that may not be imported");
        foreach (var row in _check.RejectedRows.Take(Listed))
            foreach (var issue in row.Issues)
                Line(null, $"  {issue.Cell ?? row.Row.ToString(CultureInfo.InvariantCulture),-6}{issue.Message}");
        More(_check.RejectedRows.Count);
        WriteChanges();
    }

    private void WriteChanges()
    {
        var changes = _check.Changes.Changes.Where(change => change.Kind == ChangeKind.Updated).ToList();
        if (changes.Count > 0) Heading("What will be updated");
        foreach (var change in changes.Take(Listed))
        {
            var name = $"  {change.After.EmployeeNumber,-8} {Pages.Names.Of(change.After)}";
            foreach (var field in change.Fields)
            {
                var (old, now) = (_terminal.Paint(Colour.Grey, Quote(field.Old)), _terminal.Paint(Colour.Green, Quote(field.New)));
                Line(null, $"{name,-32} {Header(field.Column)}: {old} → {now}");
                name = "";
            }
        }
        More(changes.Count);
    }

    private void Heading(string english) =>
        _report.Append('\n').Append(_terminal.Paint(Colour.Bold, _texts[english])).Append('\n');

    private void Count(string english, int count, Colour? colour = null) =>
        Line(count > 0 ? colour : null, "  " + _texts[english].PadRight(34) + count.ToString("N0", _check.Culture).PadLeft(8));

    private void Line(Colour? colour, string text) =>
        _report.Append(colour is { } paint ? _terminal.Paint(paint, text) : text).Append('\n');

    private void More(int count)
    {
        if (count > Listed) Line(Colour.Grey, "  " + _texts["… and {0} more", count - Listed]);
    }

    private string Header(string column) =>
        UserColumns.All.FirstOrDefault(known => known.Key == column)?.Header(_check.Culture) ?? column;

    private static string Quote(string text) => text.Length == 0 ? "(–)" : text;
}
