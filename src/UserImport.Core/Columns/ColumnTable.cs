using System.Collections.Immutable;
using UserImport.Resources;

namespace UserImport.Columns;

/// <summary>The fourteen columns and the host's own, with the texts under which each is recognised (C1, C6).</summary>
internal sealed class ColumnTable
{
    private readonly Dictionary<string, UserColumn> _byHeader = new(StringComparer.Ordinal);
    private readonly HashSet<string> _companions = new(StringComparer.Ordinal);

    /// <summary>Creates the table of some fields and the host's own columns behind them.</summary>
    public ColumnTable(IReadOnlyList<UserField> fields, IEnumerable<CustomColumn> customColumns)
    {
        var all = new List<UserField>(fields);
        foreach (var own in customColumns)
        {
            var column = new UserColumn(all.Count, own.Key, ColumnKind.Text, own.IsRequired, own.MaxLength, own.Headers);
            all.Add(UserFields.Custom(column, own.Rule));
        }
        Fields = [.. all];
        All = [.. all.Select(field => field.Column)];
        foreach (var messages in Messages.Shipped)
        {
            foreach (var column in All)
                foreach (var spelling in column.Spellings(messages))
                    _byHeader.TryAdd(HeaderText.Fold(spelling), column);
            _companions.Add(HeaderText.Fold(messages["column.Reason"]));
            _companions.Add(HeaderText.Fold(messages["column.OriginalRow"]));
        }
    }

    /// <summary>Creates the table of the fourteen and the host's own.</summary>
    public ColumnTable(IEnumerable<CustomColumn> customColumns) : this(UserFields.All, customColumns)
    {
    }

    /// <summary>All columns, in the order of the template; a column's index is its place in here.</summary>
    public ImmutableArray<UserColumn> All { get; }

    /// <summary>How users hold the values of these columns, in the same order.</summary>
    public ImmutableArray<UserField> Fields { get; }

    /// <summary>Returns the table that a host's options describe.</summary>
    public static ColumnTable Of(UserImportOptions options) => new(options.Fields, options.CustomColumns);

    /// <summary>Returns how users hold the value of a column.</summary>
    public UserField FieldOf(UserColumn column) => Fields[column.Index];

    /// <summary>Returns a user with the values that are planned.</summary>
    public UserRecord With(UserRecord user, UserValues values)
    {
        user = UserFields.With(user, values);
        foreach (var field in Fields.AsSpan(UserFields.All.Count..))
            if (values[field.Column] is { } value) user = field.With(user, value);
        return user;
    }

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
