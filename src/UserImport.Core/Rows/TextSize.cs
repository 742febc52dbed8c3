using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using UserImport.Columns;
using UserImport.Spreadsheets;
using UserImport.Spreadsheets.Cells;

namespace UserImport.Rows;

/// <summary>How much the known columns of rows hold: what their texts cost whoever keeps them.</summary>
internal struct TextSize
{
    /// <summary>The text in bytes.</summary>
    public long Bytes { get; private set; }

    /// <summary>The entries of list cells, blank ones and repetitions included: one more than there are commas.</summary>
    public long ListEntries { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(in SheetCell cell, UserColumn column)
    {
        Bytes += cell.Length;
        if (column.Kind is ColumnKind.List && cell.Length > 0) ListEntries += 1 + CommasIn(cell);
    }

    // Most lists are short: one look at so many bytes, of which those behind the text are left out.
    private static int CommasIn(in SheetCell cell)
    {
        if (cell.Bytes is not { } bytes || cell.Length > Vector256<byte>.Count || cell.Start + Vector256<byte>.Count > bytes.Length)
            return cell.Text.Count((byte)',');
        var commas = Vector256.Equals(Vector256.Create(bytes.AsSpan(cell.Start, Vector256<byte>.Count)), Vector256.Create((byte)','));
        return BitOperations.PopCount(commas.ExtractMostSignificantBits() << (Vector256<byte>.Count - cell.Length));
    }
}
