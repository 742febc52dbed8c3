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

    private readonly TextField[] _texts;
    private readonly AddressField[] _addresses;
    private readonly LanguageField[] _languages;
    private readonly NamesField[] _names;
    private readonly FlagField[] _flags;
    private readonly WishField[] _wishes;
    private readonly PeopleField[] _people;
    private readonly ColumnSet _all;
    private readonly ColumnSet _bearing;
    private readonly bool _areFew;
    private readonly bool _hasFalse;
    private readonly ListSpelling _lists;
    private readonly LanguageSpellings _spellings;

    public StoredRowComparison(SheetLayout layout, OrgStructure structure, OrgIndex index, UserCells cells, UserImportOptions options)
    {
        UserField[] present = [.. layout.Present.Select(layout.Table.FieldOf)];
        _texts = [.. present.OfType<TextField>().Where(field => field is not (AddressField or LanguageField))];
        _addresses = [.. present.OfType<AddressField>()];
        _languages = [.. present.OfType<LanguageField>()];
        _names = [.. present.OfType<NamesField>()];
        _flags = [.. present.OfType<FlagField>()];
        _wishes = [.. present.OfType<WishField>()];
        _people = [.. present.OfType<PeopleField>()];
        _all = layout.Present.Aggregate(default(ColumnSet), (all, column) => all.With(column));
        _bearing = new ColumnSet(_all.Bits & Bearing.Bits);
        _areFew = layout.Present.Length == BitOperations.PopCount(_all.Bits);
        _hasFalse = options.BlankCells is BlankCellPolicy.Clear;
        (_lists, _spellings) = (new ListSpelling(structure), new LanguageSpellings(index, cells));
    }

    /// <summary>Returns the columns that say what is stored of a user; 'Send invitation' if it asks for nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ColumnSet In(in BatchRow row, UserRecord user)
    {
        var same = default(ColumnSet);
        foreach (var text in _texts) same = same.With(text.Column, IsText(row, text.Column, text.Of(user)));
        foreach (var address in _addresses)
            same = same.With(address.Column, ListSpelling.IsAddress(TextOf(row, address.Column), address.Of(user)));
        foreach (var language in _languages) same = same.With(language.Column, IsLanguage(TextOf(row, language.Column), language.Of(user)));
        foreach (var names in _names) same = same.With(names.Column, _lists.AreNames(TextOf(row, names.Column), new(names.Of(user))));
        foreach (var people in _people)
            same = same.With(people.Column, ListSpelling.AreManagers(TextOf(row, people.Column), new(people.Of(user))));
        foreach (var flag in _flags)
            same = same.With(flag.Column, flag.Of(user) ? IsYes(row, flag.Column) : _hasFalse && IsNo(row, flag.Column));
        foreach (var wish in _wishes) same = same.With(wish.Column, IsNo(row, wish.Column));
        return same;
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
        foreach (var spelling in _spellings.Of(code))
            if (Utf8Comparison.Is(cell, spelling)) return true;
        return false;
    }
}
