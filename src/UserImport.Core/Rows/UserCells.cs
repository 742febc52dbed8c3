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

    private readonly Dictionary<NamesField, ListCellWriter> _names = [];
    private readonly ListCellWriter _emails = new([]);
    private readonly Dictionary<string, string> _languages = LanguageCells(structure.Languages);

    /// <summary>Returns the text of a user's cell; empty if it is blank.</summary>
    public string TextOf(UserRecord user, UserField field) => field switch
    {
        LanguageField language => OfLanguage(language.Of(user)),
        TextField text => Fit(text.Of(user)),
        NamesField names => OfNames(names, names.Of(user)),
        PeopleField people => people.Of(user) is { Count: > 0 } some ? OfEmails(AddressesOf(some)) : "",
        FlagField flag => OfFlag(flag.Of(user)),
        _ => "", // a wish for one import is no value of the user
    };

    /// <summary>Returns the text of a list of units (R6).</summary>
    public string OfNames(NamesField field, IReadOnlyList<string> names) => OfList(WriterOf(field), names);

    /// <summary>Returns the text of a list of addresses (R6).</summary>
    public string OfEmails(IReadOnlyList<string> emails) => OfList(_emails, emails);

    /// <summary>Returns the text of a flag.</summary>
    public static string OfFlag(bool value) => value ? Yes : "";

    /// <summary>Returns the name of a language in that language; the code itself if the structure does not have it (M8).</summary>
    public string OfLanguage(string code) => _languages.GetValueOrDefault(code) ?? Fit(code);

    private static string OfList(ListCellWriter writer, IReadOnlyList<string> entries)
    {
        var text = writer.Write(entries);
        return text.Length <= LongestCell ? text : Fit(writer, entries);
    }

    private ListCellWriter WriterOf(NamesField field)
    {
        if (_names.TryGetValue(field, out var writer)) return writer;
        return _names[field] = new ListCellWriter(field.UnitsOf(structure).Select(unit => unit.Name));
    }

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
