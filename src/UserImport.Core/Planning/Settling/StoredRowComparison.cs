using System.Numerics;
using System.Runtime.CompilerServices;
using UserImport.Columns;
using UserImport.Rows;
using UserImport.Rules;
using UserImport.Spreadsheets;
using UserImport.Spreadsheets.Cells;

namespace UserImport.Planning.Settling;

/// <summary>
/// Tells rows that say what is stored, by comparing their bytes: such a row plans what its user has and keeps, which no rule judges again
/// (M5). Some spellings are known to say the same, such as spaces around a text; whatever else is spelled otherwise is no less valid, but read
/// and judged in full.
/// </summary>
internal sealed class StoredRowComparison
{
    private static ReadOnlySpan<byte> NoText => [0];

    private static readonly ColumnSet Bearing = default(ColumnSet).With(UserColumns.EmployeeNumber).With(UserColumns.Email)
        .With(UserColumns.SendInvitation).With(UserColumns.Active).With(UserColumns.Managers);

    private readonly bool _hasFalse;
    private readonly UserColumn[] _custom;
    private readonly ColumnSet _all;
    private readonly ColumnSet _bearing;
    private readonly bool _areFew;
    private readonly ListSpelling _lists;
    private readonly LanguageSpellings _languages;

    public StoredRowComparison(SheetLayout layout, OrgStructure structure, OrgIndex index, UserCells cells, UserImportOptions options)
    {
        _custom = [.. layout.Present.Where(column => column.IsCustom)];
        _all = layout.Present.Aggregate(default(ColumnSet), (all, column) => all.With(column));
        _bearing = new ColumnSet(_all.Bits & Bearing.Bits);
        _areFew = layout.Present.Length == BitOperations.PopCount(_all.Bits);
        _hasFalse = options.BlankCells is BlankCellPolicy.Clear;
        (_lists, _languages) = (new ListSpelling(structure), new LanguageSpellings(index, cells));
    }

    /// <summary>Returns the columns that say what is stored of a user; 'Send invitation' if it asks for nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ColumnSet In(in BatchRow row, UserRecord user)
    {
        var same = default(ColumnSet)
            .With(UserColumns.EmployeeNumber, IsText(row, UserColumns.EmployeeNumber, user.EmployeeNumber))
            .With(UserColumns.FirstName, IsText(row, UserColumns.FirstName, user.FirstName))
            .With(UserColumns.Prefix, IsText(row, UserColumns.Prefix, user.Prefix))
            .With(UserColumns.LastName, IsText(row, UserColumns.LastName, user.LastName))
            .With(UserColumns.Email, ListSpelling.IsAddress(TextOf(row, UserColumns.Email), user.Email))
            .With(UserColumns.Company, IsText(row, UserColumns.Company, user.Company))
            .With(UserColumns.Department, IsText(row, UserColumns.Department, user.Department))
            .With(UserColumns.Functions, _lists.AreNames(TextOf(row, UserColumns.Functions), new(user.Functions)))
            .With(UserColumns.CostCenter, IsText(row, UserColumns.CostCenter, user.CostCenter))
            .With(UserColumns.SendInvitation, IsNo(row, UserColumns.SendInvitation))
            .With(UserColumns.Active, user.Active ? IsYes(row, UserColumns.Active) : _hasFalse && IsNo(row, UserColumns.Active))
            .With(UserColumns.Language, IsLanguage(TextOf(row, UserColumns.Language), user.Language))
            .With(UserColumns.Teams, _lists.AreNames(TextOf(row, UserColumns.Teams), new(user.Teams)))
            .With(UserColumns.Managers, ListSpelling.AreManagers(TextOf(row, UserColumns.Managers), new(user.Managers)));
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
        row.KindOf(column) is CellKind.Text ? row.TrimmedTextOf(column) : NoText;

    // A number in a text column is its digits.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool IsText(in BatchRow row, UserColumn column, string stored)
    {
        var text = row.TextOf(column);
        if (!row.IsAsShown(column)) return false;
        if (Utf8Comparison.IsCell(text, stored, column.IsRequired)) return true;
        var trimmed = row.TrimmedTextOf(column);
        return trimmed.Length < text.Length && Utf8Comparison.IsCell(trimmed, stored, column.IsRequired);
    }

    private static bool IsYes(in BatchRow row, UserColumn column) => row.KindOf(column) switch
    {
        CellKind.Text => row.TrimmedTextOf(column) is [(byte)'x' or (byte)'X'],
        CellKind.Boolean => row.TextOf(column) is [(byte)'1'],
        _ => false,
    };

    private static bool IsNo(in BatchRow row, UserColumn column) => row.KindOf(column) switch
    {
        CellKind.Text => row.TextOf(column).IsEmpty,
        CellKind.Boolean => row.TextOf(column) is [(byte)'0'],
        _ => false,
    };

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool IsLanguage(ReadOnlySpan<byte> cell, string code)
    {
        foreach (var spelling in _languages.Of(code))
            if (Utf8Comparison.Is(cell, spelling)) return true;
        return false;
    }
}
