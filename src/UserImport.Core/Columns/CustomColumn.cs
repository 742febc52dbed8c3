namespace UserImport.Columns;

/// <summary>A further text column that a host declares (C6). It takes part in template, parsing, comparison and export.</summary>
public sealed class CustomColumn
{
    /// <summary>Creates a column.</summary>
    /// <param name="key">The stable key: a letter, then letters and digits; different from every other column's.</param>
    /// <param name="headers">Header texts by language code, in lower case; English (<c>en</c>) is wanted, where another is missing, the English one is written.</param>
    /// <remarks>What is wrong with either is found when the host starts: see <see cref="UserImportOptions"/>.</remarks>
    public CustomColumn(string key, IReadOnlyDictionary<string, string> headers)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        ArgumentNullException.ThrowIfNull(headers);
        Key = key;
        Headers = headers;
    }

    /// <summary>The stable key; values stand under it in <see cref="UserRecord.Custom"/>.</summary>
    public string Key { get; }

    /// <summary>Header texts by language code; each must differ from those of every other column, after folding (C1).</summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>Whether a file without the column, and a row with a blank in it, is refused; false by default.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Characters that a value may have at most; 255 by default, at least 1 (R9).</summary>
    public int MaxLength { get; init; } = 255;

    /// <summary>A rule of its own, asked where the cell is not blank and the user does not have the value already; none by default.</summary>
    /// <remarks>What it returns rejects the row, with the code of the column and <c>invalid</c>: <c>badgeNumber.invalid</c>.</remarks>
    public ColumnRule? Rule { get; init; }
}
