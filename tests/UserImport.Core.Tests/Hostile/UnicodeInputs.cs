using System.Text;
using UserImport.Tests.Spreadsheets;
using static UserImport.Tests.Hostile.BadInput;

namespace UserImport.Tests.Hostile;

/// <summary>Bytes that are no text, and characters that nobody sees (R1, R4).</summary>
internal static class UnicodeInputs
{
    private const string File = "workbook.damaged";
    private const string Cell = "C3 lastName.damaged";

    public static IReadOnlyList<BadInput> All { get; } =
    [
        Raw("a byte that UTF-8 never has", [0xFF]),
        Raw("a byte that continues nothing", [0x80]),
        Raw("a character that is cut off", [0xE2, 0x82]),
        Raw("an overlong slash", [0xC0, 0xAF]),
        Raw("an overlong zero", [0xC0, 0x80]),
        Raw("a surrogate in UTF-8", [0xED, 0xA0, 0xBD]),
        Raw("a pair of surrogates in UTF-8", [0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80]),
        Raw("a character beyond Unicode", [0xF4, 0x90, 0x80, 0x80]),
        Raw("Latin-1", [0xE9]),
        Recode("UTF-16 with half a surrogate pair", sheet => [.. Encoding.Unicode.GetPreamble(), .. Utf16(sheet.Replace(">C3<", ">\uD83D<", StringComparison.Ordinal))]),
        Recode("UTF-16 with half a character", sheet => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(sheet)[..^1]]),
        Recode("UTF-16 that is cut off", sheet => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(sheet)[..^40]]),
        Recode("UTF-16 with a document type", sheet => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(sheet.Replace("<worksheet", "<!DOCTYPE x><worksheet", StringComparison.Ordinal))]),
        Recode("UTF-16 in the wrong order of bytes", sheet => [.. Encoding.Unicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes(sheet)]),
        Recode("UTF-32", sheet => [.. Encoding.UTF32.GetPreamble(), .. Encoding.UTF32.GetBytes(sheet)]),
        Recode("UTF-7", sheet => Encoding.UTF8.GetBytes(sheet.Replace("UTF-8", "UTF-7", StringComparison.Ordinal))),
        Recode("EBCDIC", sheet => [0x4C, 0x6F, 0xA7, 0x94, 0x93, .. Encoding.UTF8.GetBytes(sheet)]),
        Recode("two byte order marks", sheet => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(sheet)]),
        Name("half a surrogate pair by reference", "a&#xD83D;b", Cell),
        Name("half a surrogate pair by escape", "a_xDE00_b", Cell),
        Name("the two halves in the wrong order", "_xDE00__xD83D_", Cell),
        Name("a character that is none", "a\uFFFEb", Cell),
        Name("a character that is none, by reference", "a&#xFFFF;b", Cell),
        Name("a character that is none, by escape", "a_xFFFF_b", Cell),
        Name("a control character of Latin-1", "a\u0086b", Cell),
        Name("a delete character", "a\u007Fb", Cell),
        Name("a reference beyond Unicode", "a&#x110000;b", File),
        Name("a reference to nothing", "a&#;b", File),
        Name("a name of zero-width characters", "\u200B\u200D\uFEFF", "C3 lastName.missing"),
        Number("a zero-width space", "A\u200B3"),
        Number("a zero-width joiner", "A\u200D3"),
        Number("a soft hyphen", "A\u00AD3"),
        Number("a byte order mark", "A\uFEFF3"),
        Number("a mark that turns the direction", "A\u202E3"),
        Number("an invisible isolate", "A\u20663"),
        Number("a word joiner", "A\u20603"),
        Number("a tag character", "A\U000E00413"),
        Number("a variation selector", "A\uFE0F3"),
        Number("a joiner of graphemes", "A\u034F3"),
        Number("a filler of Hangul", "A\u31643"),
        Of("a zero-width space in an email", () => UsersSheet.Text('D', "D\u200B3"), "D3 email.invalid"),
        Of("a mark that turns the direction in an email", () => UsersSheet.Text('D', "D\u202E3"), "D3 email.invalid"),
        Of("a variation selector in an email", () => UsersSheet.Text('D', "D\U000E01003"), "D3 email.invalid"),
    ];

    private static BadInput Raw(string name, byte[] bytes) => Recode(name, sheet =>
    {
        var at = sheet.IndexOf(">C3<", StringComparison.Ordinal) + 1;
        return [.. Encoding.UTF8.GetBytes(sheet[..at]), .. bytes, .. Encoding.UTF8.GetBytes(sheet[at..])];
    });

    private static BadInput Recode(string name, Func<string, byte[]> recode) =>
        Of(name, () => UsersSheet.Good().Set(UsersSheet.Sheet, recode(UsersSheet.Good().Get(UsersSheet.Sheet))), File);

    private static BadInput Name(string name, string text, string outcome) => Of(name, () => UsersSheet.Text('C', text), outcome);

    private static BadInput Number(string name, string text) =>
        Of($"{name} in an employee number", () => UsersSheet.Text('A', text), "A3 employeeNumber.invalid");

    // An encoder would replace the half pair.
    private static byte[] Utf16(string text) => [.. text.SelectMany(c => new[] { (byte)c, (byte)(c >> 8) })];
}
