namespace UserImport.Spreadsheets.Cells;

/// <summary>What the cell formats of a workbook say about numbers: dates, and zeros in front (R2).</summary>
internal sealed class NumberFormats
{
    private readonly sbyte[] _kinds;

    /// <summary>Creates the table: for each cell format -1 for a date, else how many zeros the format is made of (0: none).</summary>
    public NumberFormats(sbyte[] kinds) => _kinds = kinds;

    /// <summary>A workbook without styles.</summary>
    public static NumberFormats None { get; } = new([]);

    /// <summary>Whether a number in this format is shown as a date or a time.</summary>
    public bool IsDate(int style) => (uint)style < (uint)_kinds.Length && _kinds[style] < 0;

    /// <summary>How many digits the format pads to; 0 if it is not made of zeros alone.</summary>
    public int Digits(int style) => (uint)style < (uint)_kinds.Length ? Math.Max((int)_kinds[style], 0) : 0;
}
