using UserImport.Columns;
using UserImport.Resources;
using UserImport.Rows;

namespace UserImport.Templates;

/// <summary>What the template says in one language.</summary>
internal sealed class TemplateTexts(Messages messages, BlankCellPolicy blankCells, OfferedUnits units, OrgStructure structure)
{
    private const int LongestExample = 60;

    private readonly IssueWriter _writer = new(messages);

    // A company that shows a department too, if there is one.
    private readonly OfferedCompany? _company = units.Companies.Where(company => company.Name.Length <= LongestExample)
        .OrderByDescending(company => units.DepartmentsOf(company)[0].Length is > 0 and <= LongestExample).FirstOrDefault();

    public Messages Messages => messages;

    public string this[string key] => messages[key];

    public string UsersSheet => messages["template.sheet.Users"];

    public string InstructionsSheet => messages["template.sheet.Instructions"];

    public string ListsSheet => messages["template.sheet.Lists"];

    /// <summary>Returns a header as the sheet shows it: an asterisk marks a required column (C1).</summary>
    public string Header(UserColumn column) => column.IsRequired ? column.Header(messages) + " *" : column.Header(messages);

    /// <summary>Returns what is to be filled in.</summary>
    public string Meaning(UserColumn column)
    {
        if (column.IsCustom) return Fill("prompt.custom", ("count", column.MaxLength));
        var key = "prompt." + column.Key;
        return (blankCells == BlankCellPolicy.Keep ? messages.Find(key + ".keep") : null) ?? messages[key];
    }

    /// <summary>Returns what a blank cell means (A4, A5).</summary>
    public string Blank(UserColumn column)
    {
        if (column.IsRequired) return messages["instructions.blank.required"];
        var keeps = blankCells == BlankCellPolicy.Keep;
        return (keeps ? messages.Find($"instructions.blank.{column.Key}.keep") : null) ??
               messages.Find("instructions.blank." + column.Key) ??
               messages[keeps ? "instructions.blank.keep" : "instructions.blank.clear"];
    }

    /// <summary>Returns an example, from the organisational structure where it has one.</summary>
    public string Example(UserColumn column)
    {
        string? own = null;
        if (column == UserColumns.Company) own = _company?.Name;
        else if (column == UserColumns.Department) own = _company is null ? null : units.DepartmentsOf(_company)[0];
        else if (column == UserColumns.Language) own = ExampleLanguage();
        else if (UserFields.All.OfType<NamesField>().FirstOrDefault(field => field.Column == column) is { } names) own = TwoOf(names);
        return string.IsNullOrEmpty(own) ? messages.Find("instructions.example." + column.Key) ?? "" : own;
    }

    /// <summary>Fills in a text.</summary>
    public string Fill(string key, params ReadOnlySpan<(string Name, object? Value)> arguments) => _writer.Fill(key, arguments);

    private string ExampleLanguage()
    {
        var reader = LanguageNames.OwnName(new OrgLanguage(messages.Language));
        return units.Languages.Contains(reader) || units.Languages.Count == 0 ? reader : units.Languages[0];
    }

    private string? TwoOf(NamesField field)
    {
        var two = field.UnitsOf(structure).Where(unit => !unit.IsRetired && unit.Name.Length <= LongestExample)
            .Take(2).Select(unit => unit.Name).ToList();
        return two.Count < 2 ? null : new UserCells(structure).OfNames(field, two);
    }
}
