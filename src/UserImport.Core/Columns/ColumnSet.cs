namespace UserImport.Columns;

/// <summary>Some of the first 64 columns of a table; a column beyond them is in no set.</summary>
internal readonly record struct ColumnSet(ulong Bits)
{
    private const int Most = 64;

    public bool Has(UserColumn column) => column.Index < Most && (Bits >> column.Index & 1) != 0;

    public ColumnSet With(UserColumn column, bool isIn = true) => isIn && column.Index < Most ? new(Bits | 1UL << column.Index) : this;
}
