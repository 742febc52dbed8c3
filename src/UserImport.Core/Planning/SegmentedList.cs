namespace UserImport.Planning;

/// <summary>A list that grows by segments: what stands in it is never copied, and nothing is thrown away.</summary>
internal sealed class SegmentedList<T>
{
    private const int Segment = 4096;

    private readonly List<T[]> _segments = [];
    private T[] _last = [];

    public int Count { get; private set; }

    public ref readonly T this[int index] => ref _segments[index / Segment][index % Segment];

    public void Add(in T item)
    {
        var at = Count % Segment;
        if (at == 0) _segments.Add(_last = new T[Segment]);
        _last[at] = item;
        Count++;
    }

    public void Add(ReadOnlySpan<T> items)
    {
        while (!items.IsEmpty)
        {
            var at = Count % Segment;
            if (at == 0) _segments.Add(_last = new T[Segment]);
            var fitting = Math.Min(items.Length, Segment - at);
            items[..fitting].CopyTo(_last.AsSpan(at));
            items = items[fitting..];
            Count += fitting;
        }
    }

    /// <summary>Returns neighbours: where they stand, or copied together if they are in two segments.</summary>
    /// <param name="start">The first one.</param>
    /// <param name="length">How many.</param>
    /// <param name="buffer">For the copy; a new array is made if it is too short.</param>
    public ReadOnlySpan<T> Slice(int start, int length, Span<T> buffer)
    {
        var at = start % Segment;
        if (length == 0) return default;
        if (at + length <= Segment) return _segments[start / Segment].AsSpan(at, length);
        if (buffer.Length < length) buffer = new T[length];
        for (var i = 0; i < length; i++) buffer[i] = this[start + i];
        return buffer[..length];
    }
}
