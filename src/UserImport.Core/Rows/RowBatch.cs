using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using UserImport.Columns;
using UserImport.Spreadsheets;
using UserImport.Spreadsheets.Cells;

namespace UserImport.Rows;

/// <summary>
/// Some rows of a sheet as UTF-8, copied out of the reader's window with the zeros that a person sees before a number (R2); strings are made
/// only of rows that are asked for.
/// </summary>
internal sealed class RowBatch
{
    /// <summary>Stands behind every text, and the index of its column behind it: no text holds this byte.</summary>
    public const byte EndOfText = 0xFF;

    private const int Slack = 16;

    private const int FirstBytes = 64 * 1024;

    // Rows of enormous texts come in smaller batches.
    private const int MostBytes = 512 << 10;

    private readonly SheetLayout _layout;
    private readonly UserColumn[] _columns;
    private readonly NumberFormats _formats;
    private readonly RowReader _reader;
    private readonly int _width;
    private readonly BatchCell[] _cells;
    private readonly (int Ordinal, int Number, int End)[] _rows;
    private readonly SheetCell[] _asked;
    private byte[] _text = new byte[FirstBytes];
    private int _used;

    public RowBatch(SheetLayout layout, NumberFormats formats, int capacity)
    {
        (_layout, _formats) = (layout, formats);
        _reader = new RowReader(layout, formats);
        _columns = [.. layout.Table.All];
        _width = _columns.Length;
        _cells = new BatchCell[capacity * _width];
        _rows = new (int, int, int)[capacity];
        _asked = new SheetCell[_width];
    }

    public int Count { get; private set; }

    /// <summary>How much room their texts take.</summary>
    public int TextBytes => _used;

    public bool IsFull => Count == _rows.Length || _used >= MostBytes;

    /// <summary>Which row of the file it is, counting those that are not blank, from 0.</summary>
    public int OrdinalOf(int row) => _rows[row].Ordinal;

    /// <summary>The row number that Excel shows.</summary>
    public int NumberOf(int row) => _rows[row].Number;

    /// <summary>A row as it was read.</summary>
    public BatchRow this[int row]
    {
        get
        {
            var start = row == 0 ? 0 : _rows[row - 1].End;
            return new BatchRow(_cells.AsSpan(row * _width, _width), _text, start, _rows[row].End - start);
        }
    }

    /// <summary>Makes strings of a row, but for those columns that are known to say what is stored of a user.</summary>
    public UserRow ToUserRow(int row, UserRecord? user = null, ColumnSet asStored = default)
    {
        var count = 0;
        foreach (var column in _layout.Present)
        {
            ref readonly var cell = ref _cells[row * _width + column.Index];
            if (!cell.IsBlank) _asked[count++].Set(_layout.PlaceOf(column), cell.Kind, cell.Style, _text, cell.Start, cell.Length);
        }
        var counted = default(TextSize); // when the row was added
        return _reader.Read(_rows[row].Number, _asked.AsSpan(0, count), user, asStored, ref counted)!;
    }

    public void Clear() => Count = _used = 0;

    /// <summary>Adds a row, and what its texts hold to their size.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(int ordinal, SheetRow row, ref TextSize size)
    {
        var (used, text, columns) = (_used, _text, _columns);
        var slots = _cells.AsSpan(Count * _width, _width);
        slots.Clear();
        foreach (ref readonly var cell in row.Cells)
        {
            var column = _layout.IndexAt(cell.Column);
            if (column < 0) continue;
            var length = cell.Length;
            var zeros = cell.Kind is CellKind.Number ? CellReader.ZerosShown(cell, _formats) : 0;
            var isShownOtherwise = cell.Kind is not (CellKind.Text or CellKind.Number) || zeros < 0;
            zeros = Math.Max(zeros, 0);
            if (text.Length - used < length + zeros + Slack)
            {
                Array.Resize(ref _text, Math.Max(text.Length * 2, used + length + zeros + Slack));
                text = _text;
            }
            var end = used;
            for (; zeros > 0; zeros--) text[end++] = (byte)'0';
            Copy(cell.Bytes, cell.Start, length, text.AsSpan(end));
            end += length;
            slots[column] = new BatchCell(used, end - used, cell.Style, cell.Kind, isShownOtherwise);
            text[end] = EndOfText;
            text[end + 1] = (byte)column;
            used = end + 2;
            size.Add(cell, columns[column]);
        }
        _used = used;
        _rows[Count++] = (ordinal, row.Number, used);
    }

    // Most texts are short: sixteen bytes at once, whatever stands behind the text, are copied sooner than so many as it has.
    private static void Copy(byte[]? bytes, int start, int length, Span<byte> to)
    {
        if (bytes is null) return;
        if (length <= Vector128<byte>.Count && start + Vector128<byte>.Count <= bytes.Length)
            Vector128.Create(bytes.AsSpan(start, Vector128<byte>.Count)).CopyTo(to);
        else bytes.AsSpan(start, length).CopyTo(to);
    }
}
