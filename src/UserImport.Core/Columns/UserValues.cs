namespace UserImport.Columns;

/// <summary>Values for one user by column, where there are any: what a row plans, or what a line of a document says.</summary>
/// <param name="columns">How many columns the table has.</param>
internal class UserValues(int columns)
{
    private readonly object?[] _values = new object?[columns];

    /// <summary>The value of a column; null if there is none.</summary>
    public object? this[UserColumn column]
    {
        get => _values[column.Index];
        set => _values[column.Index] = value;
    }

    /// <summary>Returns the value of a column that has one.</summary>
    public T Of<T>(UserColumn column) => (T)_values[column.Index]!;

    /// <summary>Returns the value of a column, or another one where it has none.</summary>
    public T Or<T>(UserColumn column, T other) => _values[column.Index] is { } value ? (T)value : other;
}
