namespace UserImport.Benchmarks.Workloads;

/// <summary>How a program writes the cells of a sheet.</summary>
public enum WorkbookLayout
{
    /// <summary>Every text is a shared string, as in Excel.</summary>
    Shared,

    /// <summary>Every text stands in its cell, as programs that write a stream do it.</summary>
    Inline,

    /// <summary>Texts that repeat are shared, others inline; cost centers are numbers.</summary>
    Mixed,

    /// <summary>Three users, and as many formatted rows without a value as are asked for.</summary>
    Blank,
}
