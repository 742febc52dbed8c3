namespace UserImport.Spreadsheets;

/// <summary>
/// What is read piece by piece, because no program writes it so, costs up to a hundred times more than its bytes: it is counted, and
/// refused beyond <see cref="ImportLimits.XmlNodes"/>.
/// </summary>
internal sealed class ReadingEffort(ImportLimits limits)
{
    private long _nodes;

    /// <summary>Counts nodes, or what costs as much.</summary>
    /// <exception cref="WorkbookRefusedException">There are more than are allowed.</exception>
    public void Add(long nodes)
    {
        _nodes += nodes;
        if (_nodes > limits.XmlNodes) throw WorkbookRefusedException.TooLarge(nameof(limits.XmlNodes), _nodes, limits.XmlNodes);
    }
}
