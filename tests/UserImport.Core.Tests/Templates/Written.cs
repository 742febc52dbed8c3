using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.Extensions.Options;
using UserImport.Changes;
using UserImport.Columns;
using UserImport.Rows;
using UserImport.Spreadsheets;
using UserImport.Templates;

namespace UserImport.Tests.Templates;

/// <summary>The three workbooks, written for tests, and what they hold.</summary>
internal static class Written
{
    public static readonly OrgStructure Plain = new()
    {
        Companies = [new("Noord"), new("Zuid"), new("Oud", IsRetired: true), new("Leeg")],
        Departments = [new("Finance", "Noord"), new("HR", "Noord"), new("Zorg", "Zuid"), new("Archief", "Zuid", IsRetired: true)],
        Functions = [new("Controller"), new("Trainer")],
        Teams = [new("Team A"), new("Team B")],
        Languages = [new("nl"), new("en"), new("de", IsRetired: true)],
    };

    /// <summary>Names that break formulas, XML or lists in one program or another.</summary>
    public static readonly string[] NastyNames =
    [
        "A*e", "Abe", ">Glo?b", "x~y", "=1+1", "=cmd|'/c calc'!A1", "+31", "@sum", "O'Neill \"& Sons\"", "Zorg, Noord", "<b>&amp;</b>",
        "🏥 Ziekenhuis", "  spaces  inside ", "_x0041_", "tab\there", "bell\u0007", "00123", "TRUE", new('L', 255), new('M', 300),
    ];

    public static readonly OrgStructure Nasty = new()
    {
        Companies = [.. NastyNames.Select(name => new OrgUnit(name))],
        Departments =
        [
            .. NastyNames.Select(name => new OrgDepartment("Of " + name, name)),
            .. Enumerable.Range(0, 10_000).Select(i => new OrgDepartment($"Department {i:D5} & \"more\"", "Abe")),
            .. NastyNames.Select(name => new OrgDepartment(name)),
        ],
        Functions = [.. NastyNames.Select(name => new OrgUnit(name))],
        Teams = [.. NastyNames.Select(name => new OrgUnit(name))],
        Languages = [new("nl"), new("en", "English \"& more\""), new("xx")],
    };

    public static IOptions<UserImportOptions> Options(Action<UserImportOptions>? configure = null)
    {
        var options = new UserImportOptions();
        configure?.Invoke(options);
        return Microsoft.Extensions.Options.Options.Create(options);
    }

    public static byte[] Template(OrgStructure? structure = null, string language = "en", Action<UserImportOptions>? configure = null)
    {
        var stream = new AsyncOnlyStream();
        Finish(new TemplateGenerator(Options(configure)).WriteAsync(structure ?? Plain, stream, CultureInfo.GetCultureInfo(language)));
        return stream.ToArray();
    }

    public static byte[] Export(IEnumerable<UserRecord> users, OrgStructure? structure = null, string language = "en",
        Action<UserImportOptions>? configure = null)
    {
        var stream = new AsyncOnlyStream();
        Finish(new UserExporter(Options(configure)).WriteAsync(users.ToAsyncEnumerable(), structure ?? Plain, stream,
            CultureInfo.GetCultureInfo(language)));
        return stream.ToArray();
    }

    public static byte[] Corrections(IEnumerable<RejectedRow> rows, string[]? absent = null, OrgStructure? structure = null,
        string language = "en")
    {
        var stream = new AsyncOnlyStream();
        Finish(new CorrectionsWriter(Options()).WriteAsync(rows, absent ?? [], structure ?? Plain, stream, CultureInfo.GetCultureInfo(language)));
        return stream.ToArray();
    }

    public static SpreadsheetDocument Open(byte[] workbook) => SpreadsheetDocument.Open(new MemoryStream(workbook), isEditable: false);

    public static Worksheet UsersSheet(SpreadsheetDocument document) => Sheet(document, 0);

    public static Worksheet Sheet(SpreadsheetDocument document, int index)
    {
        var sheet = document.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().ElementAt(index);
        return ((WorksheetPart)document.WorkbookPart.GetPartById(sheet.Id!)).Worksheet;
    }

    public static string[] Texts(Row row) => [.. row.Elements<Cell>().Select(cell => cell.InnerText)];

    public static TemplateMark? Mark(byte[] workbook)
    {
        using var document = Open(workbook);
        return TemplateMark.Find(document.WorkbookPart!.Workbook.DefinedNames!.Elements<DefinedName>()
            .Where(name => name.LocalSheetId is null).Select(name => (name.Name!.Value!, name.Text)));
    }

    private static void Finish(Task writing) => writing.GetAwaiter().GetResult();
}

/// <summary>A destination like a response body: it cannot seek, and synchronous writes are refused.</summary>
internal sealed class AsyncOnlyStream : Stream
{
    private readonly MemoryStream _written = new();

    public byte[] ToArray() => _written.ToArray();

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _written.Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public override void Write(byte[] buffer, int offset, int count) => throw new InvalidOperationException("Synchronous writes are refused.");
    public override void Flush() => throw new InvalidOperationException("Synchronous writes are refused.");
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
}
