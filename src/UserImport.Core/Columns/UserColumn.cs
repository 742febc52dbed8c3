using System.Globalization;
using UserImport.Resources;

namespace UserImport.Columns;

/// <summary>One column of the import: what it is called in every language and what its cells hold.</summary>
public sealed class UserColumn
{
    private readonly IReadOnlyDictionary<string, string>? _headers;

    internal UserColumn(int index, string key, ColumnKind kind, bool isRequired, int maxLength,
        IReadOnlyDictionary<string, string>? headers = null)
    {
        Index = index;
        Key = key;
        Kind = kind;
        IsRequired = isRequired;
        MaxLength = maxLength;
        _headers = headers;
    }

    /// <summary>The stable key, such as <c>EmployeeNumber</c>.</summary>
    public string Key { get; }

    /// <summary>What the cells of the column hold.</summary>
    public ColumnKind Kind { get; }

    /// <summary>Whether a file without the column, and a row with a blank in it, is refused.</summary>
    public bool IsRequired { get; }

    /// <summary>Characters that a value may have at most (R9).</summary>
    public int MaxLength { get; }

    /// <summary>How wide the column is in a template, in characters.</summary>
    internal double Width { get; init; } = 22;

    /// <summary>Where the column stands in the table, from 0.</summary>
    internal int Index { get; }

    /// <summary>Whether the host declared the column (C6).</summary>
    internal bool IsCustom => _headers is not null;

    /// <summary>The subject of the column's issue codes: its key with a small first letter.</summary>
    internal string Subject { get => field ??= char.ToLowerInvariant(Key[0]) + Key[1..]; }

    /// <summary>Returns the header text in the language of a culture; in English if it is null or none that ships.</summary>
    public string Header(CultureInfo? culture = null) => Header(Messages.For(culture));

    internal string Header(Messages messages)
    {
        if (_headers is null) return messages["column." + Key];
        return _headers.GetValueOrDefault(messages.Language) ?? _headers.GetValueOrDefault("en") ?? Key;
    }

    /// <summary>Every text under which the column is recognised in a language: its header and older spellings (C1).</summary>
    internal IEnumerable<string> Spellings(Messages messages)
    {
        yield return Header(messages);
        if (IsCustom || messages.Find($"column.{Key}.also") is not { } also) yield break;
        foreach (var spelling in also.Split('|')) yield return spelling;
    }

    /// <summary>Returns the key.</summary>
    public override string ToString() => Key;
}
