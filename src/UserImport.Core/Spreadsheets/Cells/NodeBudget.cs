namespace UserImport.Spreadsheets.Cells;

/// <summary>
/// What is read piece by piece, because no program writes it so, costs up to a hundred times more than its bytes: it is counted, and
/// refused beyond <see cref="ImportLimits.XmlNodes"/>.
/// </summary>
internal sealed class NodeBudget(ImportLimits limits)
{
    private long _nodes;

    private NodeBudget(ImportLimits limits, long nodes) : this(limits) => _nodes = nodes;

    /// <summary>How much was counted until now.</summary>
    public long Nodes => _nodes;

    /// <summary>Returns a counter that goes on from here by itself: for what is read again, as far as it has been.</summary>
    public NodeBudget Fork() => new(limits, _nodes);

    /// <summary>Counts nodes, or what costs as much.</summary>
    /// <exception cref="WorkbookRefusedException">There are more than are allowed.</exception>
    public void Add(long nodes)
    {
        _nodes += nodes;
        if (_nodes > limits.XmlNodes) throw WorkbookRefusedException.TooLarge(nameof(limits.XmlNodes), _nodes, limits.XmlNodes);
    }
}
