using System.Collections;
using System.Diagnostics.CodeAnalysis;
using UserImport.Columns;

namespace UserImport.Rows;

/// <summary>
/// What the cells of a rejected row held, by column key; blank and absent ones have no entry. They are looked up when somebody asks: of
/// thousands of rejected rows a page shows a few.
/// </summary>
/// <param name="row">The row.</param>
/// <param name="managers">What its Managers cell is to hold instead (K6); null if nothing.</param>
internal sealed class RejectedCells(UserRow row, string? managers) : IReadOnlyDictionary<string, string>
{
    public int Count
    {
        get
        {
            var count = 0;
            foreach (var _ in this) count++;
            return count;
        }
    }

    public IEnumerable<string> Keys => this.Select(cell => cell.Key);

    public IEnumerable<string> Values => this.Select(cell => cell.Value);

    public string this[string key] => TryGetValue(key, out var text) ? text : throw new KeyNotFoundException($"The cell of '{key}' is blank.");

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value)
    {
        value = null;
        foreach (var column in row.Layout.Present)
            if (column.Key == key) value = TextOf(column);
        return value is not null;
    }

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator()
    {
        foreach (var column in row.Layout.Present)
            if (TextOf(column) is { } text) yield return new(column.Key, text);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private string? TextOf(UserColumn column)
    {
        if (row[column] is not { Length: > 0 } text) return null;
        if (column == UserColumns.Managers && managers is not null) return managers;
        return column.Kind is ColumnKind.Flag && row.StateOf(column) is CellState.True or CellState.False
            ? UserCells.OfFlag(row.StateOf(column) is CellState.True)
            : text;
    }
}
