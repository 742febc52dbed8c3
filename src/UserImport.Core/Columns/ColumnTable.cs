using System.Collections.Immutable;
using UserImport.Resources;

namespace UserImport.Columns;

/// <summary>The fourteen columns and the host's own, with the texts under which each is recognised (C1, C6).</summary>
internal sealed class ColumnTable
{
    private readonly Dictionary<string, UserColumn> _byHeader = new(StringComparer.Ordinal);
    private readonly Dictionary<UserColumn, ColumnRule> _rules = [];
    private readonly HashSet<string> _companions = new(StringComparer.Ordinal);

    public ColumnTable(IEnumerable<CustomColumn> customColumns)
    {
        var all = new List<UserColumn>(UserColumns.All);
        foreach (var own in customColumns)
        {
            all.Add(new UserColumn(all.Count, own.Key, ColumnKind.Text, own.IsRequired, own.MaxLength, own.Headers));
            if (own.Rule is { } rule) _rules.Add(all[^1], rule);
        }
        All = [.. all];
        foreach (var messages in Messages.Shipped)
        {
            foreach (var column in all)
                foreach (var spelling in column.Spellings(messages))
                    _byHeader.TryAdd(HeaderText.Fold(spelling), column);
            _companions.Add(HeaderText.Fold(messages["column.Reason"]));
            _companions.Add(HeaderText.Fold(messages["column.OriginalRow"]));
        }
    }

    /// <summary>All columns, in the order of the template; a column's index is its place in here.</summary>
    public ImmutableArray<UserColumn> All { get; }

    /// <summary>Returns the rule that the host gave its own column; null if it gave none.</summary>
    public ColumnRule? RuleOf(UserColumn column) => _rules.GetValueOrDefault(column);

    /// <summary>Returns the column that a header cell names, in any shipped language or older spelling.</summary>
    public UserColumn? Find(string header) => _byHeader.GetValueOrDefault(HeaderText.Fold(header));

    /// <summary>Returns the column of a key.</summary>
    /// <exception cref="ArgumentException">No column has the key.</exception>
    public UserColumn OfKey(string key)
    {
        foreach (var column in All)
            if (column.Key == key) return column;
        throw new ArgumentException($"There is no column '{key}'.", nameof(key));
    }

    /// <summary>Whether a header is one that the corrections workbook adds: its cells are for people (K6).</summary>
    public bool IsCompanion(string header) => _companions.Contains(HeaderText.Fold(header));
}
