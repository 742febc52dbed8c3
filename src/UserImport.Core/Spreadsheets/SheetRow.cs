using System.Text;

namespace UserImport.Spreadsheets;

/// <summary>One row of a sheet, as both readers give it. Reused: it is valid until the reader moves on.</summary>
internal sealed class SheetRow
{
    private SheetCell[] _cells = new SheetCell[16];

    /// <summary>The number that Excel shows for the row (R8).</summary>
    public int Number { get; private set; }

    /// <summary>The cells that hold something, each column once, in ascending order.</summary>
    public ReadOnlySpan<SheetCell> Cells => _cells.AsSpan(0, Count);

    /// <summary>How many cells hold something.</summary>
    public int Count { get; private set; }

    internal void Begin(int number)
    {
        Number = number;
        Count = 0;
    }

    // A row that does not say its number has that of its first cell with an address.
    internal void Renumber(int number) => Number = number;

    internal void Add(in SheetCell cell)
    {
        if (Count == _cells.Length) Array.Resize(ref _cells, Count * 2);
        var at = Count;
        while (at > 0 && _cells[at - 1].Column > cell.Column) at--;
        if (at > 0 && _cells[at - 1].Column == cell.Column)
        {
            // Two cells of one address: nobody knows which one was meant (R4).
            _cells[at - 1] = new SheetCell(cell.Column, CellKind.Damaged, 0, default);
            return;
        }
        _cells.AsSpan(at, Count - at).CopyTo(_cells.AsSpan(at + 1));
        _cells[at] = cell;
        Count++;
    }
}

/// <summary>One cell: what kind of value it holds and the value as UTF-8 text, valid until the reader moves on.</summary>
/// <param name="Column">The column, from 1.</param>
/// <param name="Kind">What the cell holds.</param>
/// <param name="Style">The index of its format; 0 if none is given.</param>
/// <param name="Text">The text with entities and escapes decoded; for numbers, booleans, dates and errors the raw value.</param>
internal readonly record struct SheetCell(int Column, CellKind Kind, int Style, ReadOnlyMemory<byte> Text)
{
    /// <summary>Makes a string of the text.</summary>
    public string GetText() => Encoding.UTF8.GetString(Text.Span);
}

/// <summary>What a cell holds. A blank cell does not appear in a row at all.</summary>
internal enum CellKind : byte
{
    /// <summary>Text: shared, inline, or the result of a formula.</summary>
    Text,

    /// <summary>A number; whether it is a date is a matter of its format.</summary>
    Number,

    /// <summary><c>1</c> or <c>0</c>.</summary>
    Boolean,

    /// <summary>An ISO 8601 date (<c>t="d"</c>).</summary>
    Date,

    /// <summary>An error value such as <c>#N/A</c>.</summary>
    Error,

    /// <summary>A formula without a stored result (R4).</summary>
    MissingResult,

    /// <summary>Something that cannot be read; never taken for a blank (R4).</summary>
    Damaged,
}
