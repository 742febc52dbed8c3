namespace UserImport.Spreadsheets.Cells;

/// <summary>A list that grows by segments: beyond the first, nothing that stands in it is ever copied or thrown away.</summary>
internal sealed class SegmentedList<T>
{
    private const int Bits = 14;
    private const int First = 64;
    private const int Segment = 1 << Bits;

    private T[][] _segments = new T[16][];
    private T[] _last = [];

    public int Count { get; private set; }

    public ref readonly T this[int index] => ref In(_segments, index);

    /// <summary>The segments, for a loop that looks for many items.</summary>
    public T[][] Segments => _segments;

    /// <summary>Returns an item of a list by its segments.</summary>
    public static ref readonly T In(T[][] segments, int index) => ref segments[index >>> Bits][index & (Segment - 1)];

    public void Add(in T item)
    {
        var at = Count & (Segment - 1);
        if (at == _last.Length || at == 0) Grow(at);
        _last[at] = item;
        Count++;
    }

    // The first segment grows by doubling, so that a short list is small.
    private void Grow(int at)
    {
        var segment = Count >>> Bits;
        if (segment == _segments.Length) Array.Resize(ref _segments, segment * 2);
        if (segment > 0 && at == 0) _last = GC.AllocateUninitializedArray<T>(Segment);
        else Array.Resize(ref _last, at == 0 ? First : at * 2);
        _segments[segment] = _last;
    }
}
