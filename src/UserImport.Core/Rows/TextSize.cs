using System.Runtime.CompilerServices;
using UserImport.Columns;
using UserImport.Spreadsheets;

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
        if (column.Kind is ColumnKind.List && cell.Length > 0) ListEntries += 1 + cell.Text.Count((byte)',');
    }
}
