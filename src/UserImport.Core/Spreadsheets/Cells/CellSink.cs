using System.Runtime.CompilerServices;

namespace UserImport.Spreadsheets.Cells;

/// <summary>Puts cells into a row; the same judgement for every reader.</summary>
internal sealed class CellSink(SharedStrings strings, ImportLimits limits, NodeBudget effort)
{
    // What a cell costs that is moved in front of others; and from how many digits on a number is costly to judge.
    private const int NodesOfMove = 4;
    private const int ManyDigits = 20;

    private readonly int _columns = limits.Columns;

    /// <summary>The shared strings of the workbook.</summary>
    public SharedStrings Strings => strings;

    /// <summary>Adds a cell unless it is blank; a damaged cell that holds something is never blank (R4).</summary>
    public void Add(SheetRow row, int column, int style, in CellValue value, bool isDamaged)
    {
        if (value.Type is CellType.Number && value.Value.Length > ManyDigits) effort.Add(value.Value.Length);
        if (isDamaged)
        {
            if (value.HasValue || value.HasFormula || value.Type == CellType.Error)
                Add(row, new SheetCell(column, CellKind.Damaged, style, default));
        }
        else if (value.TryResolve(strings, out var kind, out var text)) Add(row, new SheetCell(column, kind, style, text));
    }

    /// <summary>Adds a cell that holds something.</summary>
    public void Add(SheetRow row, in SheetCell cell) =>
        Add(row, cell.Column, cell.Kind, cell.Style, cell.Bytes, cell.Start, cell.Length);

    /// <summary>Adds a cell that holds something.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(SheetRow row, int column, CellKind kind, int style, byte[]? bytes, int start, int length, bool isShared = false)
    {
        if (column > _columns) throw WorkbookRefusedException.TooLarge(nameof(limits.Columns), column, limits.Columns);
        if (!row.Add(column, kind, style, bytes, start, length, isShared)) effort.Add(NodesOfMove);
    }

    /// <summary>Reads the attribute <c>t</c>; <see cref="CellType.Number"/> if there is none.</summary>
    public static CellType TypeOf(ReadOnlySpan<byte> type) => type switch
    {
        [(byte)'s'] => CellType.Shared,
        [(byte)'n'] => CellType.Number,
        [(byte)'b'] => CellType.Boolean,
        [(byte)'e'] => CellType.Error,
        [(byte)'d'] => CellType.Date,
        _ => type.SequenceEqual("str"u8) ? CellType.Text : type.SequenceEqual("inlineStr"u8) ? CellType.Inline : CellType.Unknown,
    };
}
