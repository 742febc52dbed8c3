using System.Buffers;
using System.Numerics;
using UserImport.Columns;
using UserImport.Rows;
using UserImport.Rules;
using UserImport.Spreadsheets;

namespace UserImport.Planning;

/// <summary>
/// Tells rows that say exactly what is stored, by comparing their bytes: such a row plans what its user has and keeps, which no rule
/// judges again (M5). Whatever is spelled otherwise is no less valid; it is only read and judged in full.
/// </summary>
internal sealed class StoredSpelling
{
    private static readonly SearchValues<byte> NotInAddresses = SearchValues.Create(":,\" \t"u8);
    private static ReadOnlySpan<byte> NoText => [0];

    private static readonly ColumnSet Bearing = default(ColumnSet).With(UserColumns.EmployeeNumber).With(UserColumns.Email)
        .With(UserColumns.SendInvitation).With(UserColumns.Active).With(UserColumns.Managers);

    private readonly OrgIndex _index;
    private readonly UserCells _cells;
    private readonly bool _hasFalse;
    private readonly UserColumn[] _custom;
    private readonly ColumnSet _all;
    private readonly ColumnSet _bearing;
    private readonly bool _areFew;
    private readonly HashSet<string> _partsOfNames = new(NameKey.Comparer);
    private readonly Dictionary<string, string[]> _languages = new(StringComparer.Ordinal);
    private (string? Code, string[] Spellings) _language = (null, []);

    public StoredSpelling(SheetLayout layout, OrgStructure structure, OrgIndex index, UserCells cells, UserImportOptions options)
    {
        _custom = [.. layout.Present.Where(column => column.IsCustom)];
        _all = layout.Present.Aggregate(default(ColumnSet), (all, column) => all.With(column));
        _bearing = new ColumnSet(_all.Bits & Bearing.Bits);
        _areFew = layout.Present.Length == BitOperations.PopCount(_all.Bits);
        (_index, _cells, _hasFalse) = (index, cells, options.BlankCells is BlankCellPolicy.Clear);
        foreach (var unit in structure.Functions.Concat(structure.Teams))
            if (unit.Name.Contains(','))
                _partsOfNames.UnionWith(unit.Name.Split(',').Select(NameKey.Of));
    }

    /// <summary>Returns the columns that say what is stored of a user; 'Send invitation' if it asks for nothing.</summary>
    public ColumnSet In(in BatchRow row, UserRecord user)
    {
        var same = default(ColumnSet)
            .With(UserColumns.EmployeeNumber, IsText(row, UserColumns.EmployeeNumber, user.EmployeeNumber))
            .With(UserColumns.FirstName, IsText(row, UserColumns.FirstName, user.FirstName))
            .With(UserColumns.Prefix, IsText(row, UserColumns.Prefix, user.Prefix))
            .With(UserColumns.LastName, IsText(row, UserColumns.LastName, user.LastName))
            .With(UserColumns.Email, IsAddress(TextOf(row, UserColumns.Email), user.Email))
            .With(UserColumns.Company, IsText(row, UserColumns.Company, user.Company))
            .With(UserColumns.Department, IsText(row, UserColumns.Department, user.Department))
            .With(UserColumns.Functions, AreNames(TextOf(row, UserColumns.Functions), new(user.Functions)))
            .With(UserColumns.CostCenter, IsText(row, UserColumns.CostCenter, user.CostCenter))
            .With(UserColumns.SendInvitation, IsNo(row, UserColumns.SendInvitation))
            .With(UserColumns.Active, user.Active ? IsYes(row, UserColumns.Active) : _hasFalse && IsNo(row, UserColumns.Active))
            .With(UserColumns.Language, IsLanguage(TextOf(row, UserColumns.Language), user.Language))
            .With(UserColumns.Teams, AreNames(TextOf(row, UserColumns.Teams), new(user.Teams)))
            .With(UserColumns.Managers, AreManagers(TextOf(row, UserColumns.Managers), new(user.Managers)));
        foreach (var column in _custom) same = same.With(column, IsText(row, column, user.Custom.GetValueOrDefault(column.Key, "")));
        return new ColumnSet(same.Bits & _all.Bits);
    }

    /// <summary>Whether a row has no bearing on others, nor they on it unseen, that says in these columns what is stored of a user.</summary>
    /// <remarks>Managers of whom the file says nothing may get another address, or be deactivated, by another row.</remarks>
    public bool HasNoBearing(ColumnSet columns, UserRecord user) =>
        (columns.Bits & _bearing.Bits) == _bearing.Bits && (_bearing.Has(UserColumns.Managers) || user.Managers.Count == 0);

    /// <summary>Whether these are all columns of the file.</summary>
    public bool IsAll(ColumnSet columns) => _areFew && columns == _all;

    // A cell that is no text has a text that nobody has stored.
    private static ReadOnlySpan<byte> TextOf(in BatchRow row, UserColumn column) =>
        row.KindOf(column) is CellKind.Text ? row.TextOf(column) : NoText;

    private static bool IsText(in BatchRow row, UserColumn column, string stored) => IsText(TextOf(row, column), stored, column.IsRequired);

    private static bool IsText(ReadOnlySpan<byte> cell, string stored, bool isRequired)
    {
        if (cell.IsEmpty || stored.Length == 0) return cell.Length == stored.Length && !isRequired;
        // What could be blank to the eye is for the full reading to say.
        return (stored[0] is > ' ' and <= '~' || char.IsLetter(stored[0])) && StoredText.Is(cell, stored);
    }

    private static bool IsAddress(ReadOnlySpan<byte> cell, string stored) =>
        cell.Length == stored.Length && IsText(cell, stored, true) && !cell.ContainsAny(NotInAddresses);

    private static bool IsYes(in BatchRow row, UserColumn column) => row.KindOf(column) switch
    {
        CellKind.Text => row.TextOf(column) is [(byte)'x' or (byte)'X'],
        CellKind.Boolean => row.TextOf(column) is [(byte)'1'],
        _ => false,
    };

    private static bool IsNo(in BatchRow row, UserColumn column) => row.KindOf(column) switch
    {
        CellKind.Text => row.TextOf(column).IsEmpty,
        CellKind.Boolean => row.TextOf(column) is [(byte)'0'],
        _ => false,
    };

    private bool IsLanguage(ReadOnlySpan<byte> cell, string code)
    {
        if (code != _language.Code)
        {
            if (!_languages.TryGetValue(code, out var spellings)) _languages.Add(code, spellings = SpellingsOf(code));
            _language = (code, spellings);
        }
        foreach (var spelling in _language.Spellings)
            if (StoredText.Is(cell, spelling)) return true;
        return false;
    }

    private string[] SpellingsOf(string code) =>
        [.. new[] { _cells.OfLanguage(code), code }.Where(spelling =>
            spelling.Length > 0 && _index.FindLanguage(spelling) is { } language && NameKey.Same(language.Code, code))];

    private static bool AreManagers(ReadOnlySpan<byte> cell, Items<UserReference> managers)
    {
        for (var i = 0; i < managers.Count; i++)
            if (!TryTakeEntry(ref cell, out var entry) || !IsAddress(entry, managers[i].Email)) return false;
        return cell.IsEmpty;
    }

    private bool AreNames(ReadOnlySpan<byte> cell, Items<string> names)
    {
        for (var i = 0; i < names.Count; i++)
            if (!TryTakeEntry(ref cell, out var entry) || !IsName(entry, names[i])) return false;
        return cell.IsEmpty;
    }

    // A name that could be part of one with a comma has two readings.
    private bool IsName(ReadOnlySpan<byte> entry, string name) =>
        IsText(entry, name, true) && name[0] != '"' && name[^1] != ' ' && (_partsOfNames.Count == 0 || !_partsOfNames.Contains(NameKey.Of(name)));

    // Takes "name" or "name, " off the front, as the export writes a list.
    private static bool TryTakeEntry(ref ReadOnlySpan<byte> cell, out ReadOnlySpan<byte> entry)
    {
        var comma = cell.IndexOf((byte)',');
        entry = comma < 0 ? cell : cell[..comma];
        if (comma >= 0 && (cell.Length < comma + 3 || cell[comma + 1] != (byte)' ')) return false;
        cell = comma < 0 ? default : cell[(comma + 2)..];
        return true;
    }
}
