namespace UserImport.Planning;

/// <summary>A list that grows by segments: what stands in it is never copied, and nothing is thrown away.</summary>
internal sealed class SegmentedList<T>
{
    private const int Segment = 4096;

    private readonly List<T[]> _segments = [];

    public int Count { get; private set; }

    public ref readonly T this[int index] => ref _segments[index / Segment][index % Segment];

    public void Add(in T item)
    {
        if (Count % Segment == 0) _segments.Add(new T[Segment]);
        _segments[Count / Segment][Count % Segment] = item;
        Count++;
    }
}
