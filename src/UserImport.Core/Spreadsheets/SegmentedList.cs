namespace UserImport.Spreadsheets;

/// <summary>A list that grows by segments: what stands in it is never copied, and nothing is thrown away.</summary>
internal sealed class SegmentedList<T>
{
    private const int Bits = 12;
    private const int Segment = 1 << Bits;

    private T[][] _segments = new T[16][];
    private T[] _last = [];

    public int Count { get; private set; }

    public ref readonly T this[int index] => ref _segments[index >>> Bits][index & (Segment - 1)];

    public void Add(in T item)
    {
        var at = Count & (Segment - 1);
        if (at == 0) AddSegment();
        _last[at] = item;
        Count++;
    }

    public void Add(ReadOnlySpan<T> items)
    {
        while (!items.IsEmpty)
        {
            var at = Count & (Segment - 1);
            if (at == 0) AddSegment();
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
        if (length == 0) return default;
        var at = start & (Segment - 1);
        if (at + length <= Segment) return _segments[start >>> Bits].AsSpan(at, length);
        if (buffer.Length < length) buffer = new T[length];
        for (var i = 0; i < length; i++) buffer[i] = this[start + i];
        return buffer[..length];
    }

    private void AddSegment()
    {
        var at = Count >>> Bits;
        if (at == _segments.Length) Array.Resize(ref _segments, at * 2);
        _segments[at] = _last = new T[Segment];
    }
}
