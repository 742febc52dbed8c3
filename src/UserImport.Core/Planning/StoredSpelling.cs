using System.Text;
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
    private readonly OrgIndex _index;
    private readonly UserCells _cells;
    private readonly bool _hasFalse;
    private readonly UserColumn[] _present;
    private readonly HashSet<string> _partsOfNames = new(NameKey.Comparer);
    private readonly Dictionary<string, string[]> _languages = new(StringComparer.Ordinal);

    public StoredSpelling(SheetLayout layout, OrgStructure structure, OrgIndex index, UserCells cells, UserImportOptions options)
    {
        _present = [.. layout.Present.Where(column => column.Index != UserColumns.SendInvitation.Index)];
        (_index, _cells, _hasFalse) = (index, cells, options.BlankCells is BlankCellPolicy.Clear);
        foreach (var unit in structure.Functions.Concat(structure.Teams))
            if (unit.Name.Contains(','))
                _partsOfNames.UnionWith(unit.Name.Split(',').Select(NameKey.Of));
    }

    /// <summary>Whether a row changes nothing of its user and asks for nothing.</summary>
    public bool IsIn(ReadOnlySpan<SheetCell> row, UserRecord user)
    {
        if (!IsNo(row[UserColumns.SendInvitation.Index]) || !IsAddress(user.Email)) return false;
        foreach (var column in _present)
        {
            ref readonly var cell = ref row[column.Index];
            var isSame = column.Kind switch
            {
                ColumnKind.Flag => user.Active ? IsYes(cell) : _hasFalse && IsNo(cell),
                _ when cell.Kind is not CellKind.Text => false,
                ColumnKind.List => IsList(cell.Text.Span, user, column),
                ColumnKind.Language => IsLanguage(cell.Text.Span, user.Language),
                _ => IsText(cell.Text.Span, TextOf(user, column), column.IsRequired),
            };
            if (!isSame) return false;
        }
        return true;
    }

    private static string TextOf(UserRecord user, UserColumn column) => column.Index switch
    {
        0 => user.EmployeeNumber,
        1 => user.FirstName,
        2 => user.Prefix,
        3 => user.LastName,
        4 => user.Email,
        5 => user.Company,
        6 => user.Department,
        8 => user.CostCenter,
        _ => user.Custom.GetValueOrDefault(column.Key, ""),
    };

    private static bool IsText(ReadOnlySpan<byte> cell, string stored, bool isRequired)
    {
        if (cell.IsEmpty || stored.Length == 0) return cell.Length == stored.Length && !isRequired;
        // What could be blank to the eye is for the full reading to say.
        return (stored[0] is > ' ' and <= '~' || char.IsLetter(stored[0])) && Same(cell, stored);
    }

    // Equal, and without anything that makes a cell a damaged one (R4).
    private static bool Same(ReadOnlySpan<byte> cell, string stored)
    {
        if (cell.Length == stored.Length) return Ascii.Equals(cell, stored) && !cell.ContainsAnyExceptInRange((byte)' ', (byte)'~');
        if (cell.Length < stored.Length || cell.Length > stored.Length * 3) return false;
        Span<byte> bytes = stored.Length <= 128 ? stackalloc byte[stored.Length * 3] : new byte[stored.Length * 3];
        return Encoding.UTF8.TryGetBytes(stored, bytes, out var written) && cell.SequenceEqual(bytes[..written]) && !CellText.IsDamaged(stored);
    }

    private static bool IsYes(in SheetCell cell) => cell.Kind switch
    {
        CellKind.Text => cell.Text.Span is [(byte)'x' or (byte)'X'],
        CellKind.Boolean => cell.Text.Span is [(byte)'1'],
        _ => false,
    };

    private static bool IsNo(in SheetCell cell) =>
        cell.Kind is CellKind.Text ? cell.Text.IsEmpty : cell.Kind is CellKind.Boolean && cell.Text.Span is [(byte)'0'];

    private bool IsLanguage(ReadOnlySpan<byte> cell, string code)
    {
        if (!_languages.TryGetValue(code, out var spellings)) _languages.Add(code, spellings = SpellingsOf(code));
        foreach (var spelling in spellings)
            if (Same(cell, spelling)) return true;
        return false;
    }

    private string[] SpellingsOf(string code) =>
        [.. new[] { _cells.OfLanguage(code), code }.Where(spelling =>
            spelling.Length > 0 && _index.FindLanguage(spelling) is { } language && NameKey.Same(language.Code, code))];

    private bool IsList(ReadOnlySpan<byte> cell, UserRecord user, UserColumn column)
    {
        if (column.Index == UserColumns.Managers.Index)
        {
            for (var i = 0; i < user.Managers.Count; i++)
                if (!IsAddress(user.Managers[i].Email) || !TakeEntry(ref cell, user.Managers[i].Email)) return false;
            return cell.IsEmpty;
        }
        var names = column.Index == UserColumns.Functions.Index ? user.Functions : user.Teams;
        for (var i = 0; i < names.Count; i++)
            if (!IsPlain(names[i]) || !TakeEntry(ref cell, names[i])) return false;
        return cell.IsEmpty;
    }

    // Takes "name" or "name, " off the front, as the export writes a list.
    private static bool TakeEntry(ref ReadOnlySpan<byte> cell, string entry)
    {
        var comma = cell.IndexOf((byte)',');
        if (!IsText(comma < 0 ? cell : cell[..comma], entry, true)) return false;
        cell = comma < 0 ? default : cell[(comma + 1)..];
        if (comma >= 0 && (cell.Length < 2 || cell[0] != (byte)' ')) return false;
        if (comma >= 0) cell = cell[1..];
        return true;
    }

    // A name that could be part of one with a comma has two readings.
    private bool IsPlain(string name) => name.Length > 0 && name[0] != '"' && !name.Contains(',') && name[^1] != ' ' &&
        (_partsOfNames.Count == 0 || !_partsOfNames.Contains(NameKey.Of(name)));

    private static bool IsAddress(string email) => email.Length > 0 && Ascii.IsValid(email) && !email.AsSpan().ContainsAny(":,\" \t");
}
