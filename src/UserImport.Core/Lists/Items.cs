namespace UserImport.Lists;

/// <summary>Walks over a list of the host's: an array, which it mostly is, as quickly as an array.</summary>
internal readonly struct Items<T>(IReadOnlyList<T> list)
{
    private readonly IReadOnlyList<T> _list = list;
    private readonly T[]? _array = list as T[];

    public int Count => _array?.Length ?? _list.Count;

    public T this[int index] => _array is null ? _list[index] : _array[index];
}
