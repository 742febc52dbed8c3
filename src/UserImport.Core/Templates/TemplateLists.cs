using System.Globalization;
using UserImport.Columns;
using UserImport.Rows;
using UserImport.Spreadsheets.Writing;

namespace UserImport.Templates;

/// <summary>The sheet behind the dropdowns, and the names by which the dropdowns find their lists.</summary>
internal sealed class TemplateLists(OfferedUnits units, string sheet, string usersSheet)
{
    private const string Companies = "UserImport_Companies";
    private const string FirstDepartment = "UserImport_FirstDepartment";
    private const string LastDepartment = "UserImport_LastDepartment";
    private const string AllDepartments = "UserImport_AllDepartments";
    private const string Departments = "UserImport_Departments";
    private const string Languages = "UserImport_Languages";
    private const string Yes = "UserImport_Yes";

    /// <summary>Returns the name of the list that a column offers; null if it offers none.</summary>
    public string? ListOf(UserColumn column)
    {
        if (column.Kind == ColumnKind.Flag) return Yes;
        if (column == UserColumns.Company) return units.Companies.Count > 0 ? Companies : null;
        if (column == UserColumns.Department) return units.Companies.Count > 0 ? Departments : null;
        if (column == UserColumns.Language) return units.Languages.Count > 0 ? Languages : null;
        return null;
    }

    /// <summary>Returns the names.</summary>
    /// <param name="companyLetters">The letters of the column Company in the users' sheet.</param>
    public IEnumerable<NameDescription> Names(string companyLetters)
    {
        yield return new NameDescription(Yes, Range("F", 1));
        if (units.Languages.Count > 0) yield return new NameDescription(Languages, Range("E", units.Languages.Count));
        if (units.Companies.Count == 0) yield break;
        yield return new NameDescription(Companies, Range("A", units.Companies.Count));
        yield return new NameDescription(FirstDepartment, Range("B", units.Companies.Count));
        yield return new NameDescription(LastDepartment, Range("C", units.Companies.Count));
        yield return new NameDescription(AllDepartments, Range("D", units.Departments.Count));

        // The company of the same row: a relative reference in a name is written as for cell A1. MATCH takes ~ * ? for wildcards.
        var company = $"{NameDescription.Quote(usersSheet)}!${companyLetters}1";
        var escaped = $"SUBSTITUTE(SUBSTITUTE(SUBSTITUTE({company},\"~\",\"~~\"),\"*\",\"~*\"),\"?\",\"~?\")";
        var match = $"MATCH({escaped},{Companies},0)";
        yield return new NameDescription(Departments,
            $"INDEX({AllDepartments},INDEX({FirstDepartment},{match})):INDEX({AllDepartments},INDEX({LastDepartment},{match}))");
    }

    /// <summary>Writes the sheet.</summary>
    public void Write(SheetWriter rows)
    {
        rows.BeginRow();
        string[] headers = [Companies, FirstDepartment, LastDepartment, AllDepartments, Languages, Yes];
        for (var i = 0; i < headers.Length; i++) rows.WriteText(i + 1, headers[i], TemplateStyles.TableHeader);
        rows.EndRow();
        var count = Math.Max(units.Companies.Count, Math.Max(units.Departments.Count, Math.Max(units.Languages.Count, 1)));
        for (var i = 0; i < count; i++)
        {
            rows.BeginRow();
            if (i < units.Companies.Count)
            {
                rows.WriteText(1, units.Companies[i].Name, TemplateStyles.Text);
                rows.WriteNumber(2, units.Companies[i].First);
                rows.WriteNumber(3, units.Companies[i].Last);
            }
            if (i < units.Departments.Count && units.Departments[i].Length > 0)
                rows.WriteText(4, units.Departments[i], TemplateStyles.Text);
            if (i < units.Languages.Count) rows.WriteText(5, units.Languages[i], TemplateStyles.Text);
            if (i == 0) rows.WriteText(6, Rows.UserCells.OfFlag(true), TemplateStyles.Text);
            rows.EndRow();
        }
    }

    private string Range(string letters, int count) =>
        string.Create(CultureInfo.InvariantCulture, $"{NameDescription.Quote(sheet)}!${letters}$2:${letters}${count + 1}");
}
