using System.Runtime.InteropServices;
using System.Text;

namespace UserImport.Spreadsheets.Cells;

/// <summary>One cell: what kind of value it holds and the value as UTF-8 text, valid until the reader moves on.</summary>
internal struct SheetCell
{
    /// <summary>Creates a cell; its text must lie in an array.</summary>
    public SheetCell(int column, CellKind kind, int style, ReadOnlyMemory<byte> text)
    {
        MemoryMarshal.TryGetArray(text, out var bytes);
        Set(column, kind, style, bytes.Array, bytes.Offset, bytes.Count);
    }

    /// <summary>The column, from 1.</summary>
    public int Column { get; private set; }

    /// <summary>What the cell holds.</summary>
    public CellKind Kind { get; private set; }

    /// <summary>The index of its format; 0 if none is given.</summary>
    public int Style { get; private set; }

    /// <summary>The text with entities and escapes decoded; for numbers, booleans, dates and errors the raw value.</summary>
    public readonly ReadOnlySpan<byte> Text => new(Bytes, Start, Length);

    internal byte[]? Bytes { get; private set; }

    internal int Start { get; private set; }

    internal int Length { get; private set; }

    /// <summary>Makes a string of the text.</summary>
    public readonly string GetText() => Encoding.UTF8.GetString(Text);

    /// <summary>Whether it is a shared string: while the sheet is read, nothing else stands where its text stands.</summary>
    internal bool IsShared { get; private set; }

    internal void Set(int column, CellKind kind, int style, byte[]? bytes, int start, int length, bool isShared = false)
    {
        (Column, Kind, IsShared, Style, Start, Length) = (column, kind, isShared, style, start, length);
        // Mostly it is the array of the row before, and not to write a reference is cheaper than to write it.
        if (!ReferenceEquals(Bytes, bytes)) Bytes = bytes;
    }
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
