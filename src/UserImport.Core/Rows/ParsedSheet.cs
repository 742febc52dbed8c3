using UserImport.Columns;
using UserImport.Spreadsheets;

namespace UserImport.Rows;

/// <summary>The rows of an upload, read as a stream. Dispose it; the uploaded stream stays open.</summary>
public sealed class ParsedSheet : IDisposable
{
    private readonly RowParser _parser;
    private readonly Workbook? _workbook;
    private readonly WorkbookSheet? _sheet;
    private readonly CancellationToken _cancellation;

    internal ParsedSheet(RowParser parser, Workbook workbook, WorkbookSheet sheet, SheetLayout layout,
        IReadOnlyList<ImportIssue> notices, CancellationToken cancellation)
    {
        _parser = parser;
        _workbook = workbook;
        _sheet = sheet;
        _cancellation = cancellation;
        Layout = layout;
        Notices = notices;
        Columns = layout.Present;
    }

    internal ParsedSheet(RowParser parser, ImportIssue refusal)
    {
        _parser = parser;
        Refusal = refusal;
    }

    /// <summary>The columns that the file has, in the order of the template; empty if it is refused.</summary>
    public IReadOnlyList<UserColumn> Columns { get; } = [];

    /// <summary>What is to be said of the file without harm: unknown columns, an older template (C3, C5).</summary>
    public IReadOnlyList<ImportIssue> Notices { get; } = [];

    /// <summary>Why the file is refused as a whole; null if it is not.</summary>
    /// <remarks>
    /// Damage at the end of a file shows only there: look again when the enumeration has ended. Rows seen before are void then.
    /// </remarks>
    public ImportIssue? Refusal { get; private set; }

    /// <summary>The SHA-256 of the file in lower-case hexadecimal; null if nobody asked for it.</summary>
    public string? FileSha256 { get; internal set; }

    /// <summary>How many rows the latest enumeration has given.</summary>
    public int RowsRead { get; private set; }

    /// <summary>The rows that are not blank, in the order of the file. Each enumeration reads the file anew.</summary>
    public IEnumerable<UserRow> Rows
    {
        get
        {
            if (Refusal is not null) yield break;
            RowsRead = 0;
            using var reader = new SheetEnd(this);
            while (reader.Next() is { } row)
            {
                _cancellation.ThrowIfCancellationRequested();
                RowsRead++;
                yield return row;
            }
        }
    }

    internal SheetLayout? Layout { get; }

    /// <summary>Closes the workbook.</summary>
    public void Dispose() => _workbook?.Dispose();

    /// <summary>Reads rows, and turns a refusal in the middle of the file into their end.</summary>
    private sealed class SheetEnd(ParsedSheet owner) : IDisposable
    {
        private readonly RowReader _rows = new(owner.Layout!, owner._workbook!.Formats);
        private ISheetReader? _reader;

        public UserRow? Next()
        {
            try
            {
                _reader ??= owner._workbook!.OpenSheet(owner._sheet!);
                while (_reader.Read())
                {
                    if (_reader.Row.Number <= owner.Layout!.HeaderRow || _rows.Read(_reader.Row) is not { } row) continue;
                    owner._parser.CheckRowLimit(owner.RowsRead + 1);
                    return row;
                }
                if (owner.RowsRead == 0) throw new WorkbookRefusedException("workbook.noRows");
            }
            catch (WorkbookRefusedException refused)
            {
                owner.Refusal = RowParser.Refuse(refused, owner.Layout!.Issues);
            }
            return null;
        }

        public void Dispose() => _reader?.Dispose();
    }
}
