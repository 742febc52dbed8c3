using System.Globalization;

namespace UserImport.Columns;

/// <summary>
/// What a template says about itself (C5): defined names, because they survive a save by Excel, LibreOffice and openpyxl. One holds
/// a constant text, the other refers to the users' sheet and so follows it when the sheet is renamed or rows are put above.
/// </summary>
/// <param name="Version">The version of the schema; <see cref="CurrentVersion"/> in what this library writes.</param>
/// <param name="Language">The code of the language that the template was written in; empty if the mark names none.</param>
/// <param name="SheetName">The name of the users' sheet; null if the mark names none, or a sheet that is gone.</param>
internal sealed record TemplateMark(int Version, string Language, string? SheetName)
{
    public const string Name = "UserImport_Template";
    public const string SheetReferenceName = "UserImport_Users";
    public const int CurrentVersion = 1;

    private const string Schema = "users";

    /// <summary>Whether the template is of an older schema than the library writes.</summary>
    public bool IsOlder => Version < CurrentVersion;

    /// <summary>The formula of the name that holds the constant.</summary>
    public static string Formula(string language) =>
        string.Create(CultureInfo.InvariantCulture, $"\"version={CurrentVersion};schema={Schema};language={language}\"");

    /// <summary>Returns the mark among a workbook's own names (not those of single sheets), or null if it has none.</summary>
    public static TemplateMark? Find(IEnumerable<(string Name, string Formula)> workbookNames)
    {
        string? constant = null, reference = null;
        foreach (var (name, formula) in workbookNames)
        {
            if (name.Equals(Name, StringComparison.OrdinalIgnoreCase)) constant ??= formula;
            else if (name.Equals(SheetReferenceName, StringComparison.OrdinalIgnoreCase)) reference ??= formula;
        }
        if (constant is null || Parse(constant) is not { } fields || !fields.TryGetValue("version", out var text) ||
            !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version)) return null;
        if (fields.TryGetValue("schema", out var schema) && schema != Schema) return null;
        return new TemplateMark(version, fields.GetValueOrDefault("language", ""), reference is null ? null : SheetOf(reference));
    }

    private static Dictionary<string, string>? Parse(string constant)
    {
        constant = constant.Trim().TrimStart('=');
        if (constant.Length < 2 || constant[0] != '"' || constant[^1] != '"') return null;
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in constant[1..^1].Split(';', StringSplitOptions.TrimEntries))
            if (field.IndexOf('=', StringComparison.Ordinal) is > 0 and var at)
                fields.TryAdd(field[..at], field[(at + 1)..]);
        return fields;
    }

    // Users!$A$1, 'It''s'!$A$1, $Users.$A$1 (LibreOffice's own spelling); [1]Users!$A$1 is a sheet of another workbook.
    private static string? SheetOf(string reference)
    {
        reference = reference.Trim().TrimStart('=');
        var end = reference.LastIndexOf('!');
        if (end < 0) end = reference.LastIndexOf('.');
        if (end <= 0) return null;
        var sheet = reference[..end].TrimStart('$');
        if (sheet is ['\'', .., '\''] && sheet.Length > 2) sheet = sheet[1..^1].Replace("''", "'", StringComparison.Ordinal);
        return sheet.Length == 0 || sheet[0] == '[' || sheet[0] == '#' ? null : sheet;
    }
}
