using System.Text;
using UserImport.Spreadsheets.Cells;

namespace UserImport.Spreadsheets.Packaging;

/// <summary>Finds the workbook part of a package, and refuses what is another kind of file inside the same container.</summary>
internal sealed record MainPart(string Name, bool IsMacroEnabled)
{
    private const int MimeTypeBytes = 256;

    // That of today, and of OpenOffice 1 before it.
    private static readonly string[] OpenDocumentSheets = ["application/vnd.oasis.opendocument.spreadsheet", "application/vnd.sun.xml.calc"];

    /// <summary>Returns the folded name of the workbook part and what its type says; throws the refusal that fits.</summary>
    public static MainPart Find(Package package)
    {
        if (IsOpenDocument(package)) throw new WorkbookRefusedException("workbook.ods");
        var hasParts = package.Names.Any(name => name.StartsWith("XL/", StringComparison.Ordinal));
        if (!package.Contains(ContentTypes.Part)) throw Refuse(hasParts);
        var types = ContentTypes.Read(package);
        if (Relationships.Read(package, "").PartOfKind("officeDocument") is not { } main)
            throw Refuse(hasParts || types.KnowsSpreadsheets);
        var type = types.Of(main);
        if (Has(type, "sheet.binary")) throw new WorkbookRefusedException("workbook.xlsb");
        var isOther = Has(type, "wordprocessingml") || Has(type, "presentationml") || Has(type, "ms-word") ||
            Has(type, "ms-powerpoint") || Has(type, "ms-visio");
        if (isOther || !package.Contains(main)) throw Refuse(!isOther && (hasParts || types.KnowsSpreadsheets));
        return new MainPart(main, Has(type, "macroEnabled"));
    }

    private static bool IsOpenDocument(Package package)
    {
        const string Part = "MIMETYPE";
        if (!package.Contains(Part)) return false;
        using var stream = package.Open(Part, PartLimit.Other(package.Limits));
        Span<byte> text = stackalloc byte[MimeTypeBytes];
        text = text[..stream.ReadAtLeast(text, text.Length, throwOnEndOfStream: false)];
        var type = Encoding.Latin1.GetString(text);
        stream.Drain();
        return Array.Exists(OpenDocumentSheets, sheet => type.StartsWith(sheet, StringComparison.OrdinalIgnoreCase));
    }

    private static bool Has(string type, string part) => type.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static WorkbookRefusedException Refuse(bool isSpreadsheet) =>
        isSpreadsheet ? WorkbookRefusedException.Damaged("the workbook part is missing") : new("workbook.notExcel");
}
