using System.Text;
using UserImport.Columns;

namespace UserImport.Rows;

/// <summary>The values of a stored user as texts of cells, where a cell was found to say exactly that.</summary>
internal static class UserTexts
{
    private const string Separator = ", ";

    /// <summary>
    /// Whether the text of a cell follows from the user: a flag or a language has several spellings, and so have the order and the spaces of a list
    /// and the letters of managers' addresses.
    /// </summary>
    public static bool Has(UserRecord user, UserField field, ReadOnlySpan<byte> text) => field switch
    {
        LanguageField => false,
        TextField => true,
        NamesField => !text.Contains((byte)','),
        PeopleField people => people.Of(user) is [var only] && Ascii.Equals(text, only.Email),
        _ => false,
    };

    /// <summary>Returns the text of a cell that has it from the user; entries of its list hold neither commas nor quotes.</summary>
    public static string Of(UserRecord user, UserField field) => field switch
    {
        TextField text and not LanguageField => CellText.Clean(text.Of(user)),
        NamesField names => string.Join(Separator, names.Of(user)),
        PeopleField people => string.Join(Separator, people.Of(user).Select(person => person.Email)),
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };
}
