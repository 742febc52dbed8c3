namespace UserImport;

/// <summary>How far a check or an import is (P7).</summary>
/// <param name="Stage">What is being done.</param>
/// <param name="Done">How many rows (reading, planning) or changes (applying) are done.</param>
/// <param name="Total">How many there are in all; null as long as nobody knows.</param>
public readonly record struct ImportProgress(ImportStage Stage, long Done, long? Total);

/// <summary>The steps of a check and of an import.</summary>
public enum ImportStage
{
    /// <summary>Rows are read, judged and matched.</summary>
    Reading,

    /// <summary>The final state of all users is judged.</summary>
    Planning,

    /// <summary>Changes are written.</summary>
    Applying,
}
