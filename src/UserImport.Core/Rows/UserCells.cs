using UserImport.Columns;
using UserImport.Lists;

namespace UserImport.Rows;

/// <summary>
/// The cells of a user as the export writes them: what is read back from them is the user again (K7). The old and new value of a
/// change are written in the same way (K2). Threads that share it lock it.
/// </summary>
internal sealed class UserCells(OrgStructure structure)
{
    /// <summary>How many characters a cell holds at most; a longer text ends in '…', which no list accepts as an entry.</summary>
    public const int LongestCell = 32_767;

    private const string Yes = "x";

    private readonly ListCellWriter _functions = new(structure.Functions.Select(unit => unit.Name));
    private readonly ListCellWriter _teams = new(structure.Teams.Select(unit => unit.Name));
    private readonly ListCellWriter _emails = new([]);
    private readonly Dictionary<string, string> _languages = LanguageCells(structure.Languages);

    /// <summary>Returns the text of a user's cell in a column; empty if it is blank.</summary>
    public string TextOf(UserRecord user, UserColumn column) => column.IsCustom
        ? Fit(user.Custom.GetValueOrDefault(column.Key, ""))
        : column.Index switch
        {
            0 => Fit(user.EmployeeNumber),
            1 => Fit(user.FirstName),
            2 => Fit(user.Prefix),
            3 => Fit(user.LastName),
            4 => Fit(user.Email),
            5 => Fit(user.Company),
            6 => Fit(user.Department),
            7 => OfList(column, user.Functions),
            8 => Fit(user.CostCenter),
            9 => "", // an invitation is a wish for one import, not a value of the user
            10 => OfFlag(user.Active),
            11 => OfLanguage(user.Language),
            12 => OfList(column, user.Teams),
            13 => user.Managers.Count == 0 ? "" : OfList(column, AddressesOf(user.Managers)),
            _ => throw new ArgumentOutOfRangeException(nameof(column)),
        };

    /// <summary>Returns the text of a list cell; of the column Managers, the entries are emails (R6).</summary>
    public string OfList(UserColumn column, IReadOnlyList<string> entries)
    {
        var writer = WriterOf(column);
        var text = writer.Write(entries);
        return text.Length <= LongestCell ? text : Fit(writer, entries);
    }

    /// <summary>Returns the text of a flag.</summary>
    public static string OfFlag(bool value) => value ? Yes : "";

    /// <summary>Returns the name of a language in that language; the code itself if the structure does not have it (M8).</summary>
    public string OfLanguage(string code) => _languages.GetValueOrDefault(code) ?? Fit(code);

    private ListCellWriter WriterOf(UserColumn column) =>
        column == UserColumns.Functions ? _functions : column == UserColumns.Teams ? _teams : _emails;

    // A list that no cell can hold keeps as many entries as fit and says that there were more: '…' is no unit and no manager,
    // so such a row can never be imported with a part of the list.
    private static string Fit(ListCellWriter writer, IReadOnlyList<string> entries)
    {
        int fitting = 0, tooMany = entries.Count;
        while (tooMany - fitting > 1)
        {
            var middle = (fitting + tooMany) / 2;
            if (writer.Write([.. entries.Take(middle)]).Length <= LongestCell - 3) fitting = middle;
            else tooMany = middle;
        }
        return writer.Write([.. entries.Take(fitting), "…"]);
    }

    private static string[] AddressesOf(IReadOnlyList<UserReference> managers)
    {
        var addresses = new string[managers.Count];
        for (var i = 0; i < addresses.Length; i++) addresses[i] = managers[i].Email;
        return addresses;
    }

    /// <summary>Cuts a text to what a cell holds.</summary>
    public static string Fit(string text)
    {
        if (text.Length <= LongestCell) return text;
        var end = char.IsHighSurrogate(text[LongestCell - 2]) ? LongestCell - 2 : LongestCell - 1;
        return string.Concat(text.AsSpan(0, end), "…");
    }

    // A name that two languages share says nothing: those are written by their codes.
    private static Dictionary<string, string> LanguageCells(IReadOnlyList<OrgLanguage> languages)
    {
        var cells = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var names = languages.Select(LanguageNames.OwnName).CountBy(CellText.Clean, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(StringComparer.OrdinalIgnoreCase);
        foreach (var language in languages)
        {
            var name = LanguageNames.OwnName(language);
            cells.TryAdd(language.Code, names[CellText.Clean(name)] == 1 ? name : language.Code);
        }
        return cells;
    }
}
