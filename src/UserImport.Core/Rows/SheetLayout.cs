using System.Collections.Immutable;
using UserImport.Columns;
using UserImport.Lists;
using UserImport.Resources;

namespace UserImport.Rows;

/// <summary>Where the known columns stand in a sheet, and the language in which its problems are written.</summary>
internal sealed class SheetLayout
{
    private readonly int[] _sheetColumns;
    private readonly int[] _indexes;
    private readonly string[] _letters;

    public SheetLayout(ColumnTable table, IssueWriter issues, HeaderRow header)
    {
        Table = table;
        Issues = issues;
        Header = header;
        var places = header.Cells.Where(cell => cell.Column is not null).ToDictionary(cell => cell.Column!, cell => cell.SheetColumn);
        _sheetColumns = new int[table.All.Length];
        _letters = new string[table.All.Length];
        _indexes = new int[places.Count == 0 ? 0 : places.Values.Max() + 1];
        Array.Fill(_indexes, -1);
        foreach (var (column, sheetColumn) in places)
        {
            _sheetColumns[column.Index] = sheetColumn;
            _letters[column.Index] = Letters(sheetColumn);
            _indexes[sheetColumn] = column.Index;
        }
        Present = [.. table.All.Where(Has)];
        InSheetOrder = [.. Present.OrderBy(PlaceOf)];
        Absent = [.. table.All.Where(column => !Has(column))];
    }

    public ColumnTable Table { get; }

    public IssueWriter Issues { get; }

    /// <summary>The long texts of the rows.</summary>
    public LongTexts LongTexts { get; } = new();

    /// <summary>The header row; what stands above it is a title.</summary>
    public HeaderRow Header { get; }

    public ImmutableArray<UserColumn> Present { get; }

    /// <summary>The same columns as <see cref="Present"/>, from left to right.</summary>
    public ImmutableArray<UserColumn> InSheetOrder { get; }

    public ImmutableArray<UserColumn> Absent { get; }

    public bool Has(UserColumn column) => _sheetColumns[column.Index] != 0;

    /// <summary>Returns the index of the known column that stands in a column of the sheet (from 1); -1 if none does.</summary>
    public int IndexAt(int sheetColumn) => (uint)sheetColumn < (uint)_indexes.Length ? _indexes[sheetColumn] : -1;

    /// <summary>Returns the column of the sheet (from 1) in which a known column stands; 0 if it is absent.</summary>
    public int PlaceOf(UserColumn column) => _sheetColumns[column.Index];

    /// <summary>Returns the address of a cell, such as <c>F12</c>; null if the column is absent.</summary>
    public string? Address(UserColumn column, int row) => Has(column) ? $"{_letters[column.Index]}{row}" : null;

    public static string Letters(int sheetColumn)
    {
        var letters = "";
        for (var rest = sheetColumn; rest > 0; rest = (rest - 1) / 26) letters = (char)('A' + (rest - 1) % 26) + letters;
        return letters;
    }
}
