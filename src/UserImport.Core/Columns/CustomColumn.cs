namespace UserImport.Columns;

/// <summary>A further text column that a host declares (C6). It takes part in template, parsing, comparison and export.</summary>
public sealed class CustomColumn
{
    /// <summary>Creates a column.</summary>
    /// <param name="key">The stable key: a letter, then letters and digits; different from every other column's.</param>
    /// <param name="headers">Header texts by language code; English (<c>en</c>) is wanted, others are optional.</param>
    public CustomColumn(string key, IReadOnlyDictionary<string, string> headers)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        ArgumentNullException.ThrowIfNull(headers);
        Key = key;
        Headers = headers;
    }

    /// <summary>The stable key; values stand under it in <see cref="UserRecord.Custom"/>.</summary>
    public string Key { get; }

    /// <summary>Header texts by language code.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>Whether a file without the column, and a row with a blank in it, is refused; false by default.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Characters that a value may have at most; 255 by default (R9).</summary>
    public int MaxLength { get; init; } = 255;

    /// <summary>A rule of its own: returns what is wrong with a value, in the host's words, or null; runs where it is not blank.</summary>
    public Func<string, string?>? Rule { get; init; }
}
