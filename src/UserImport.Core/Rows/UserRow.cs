using System.Buffers;
using System.Text;
using UserImport.Columns;
using UserImport.Resources;

namespace UserImport.Rows;

/// <summary>One row of an upload: the text of each cell as the import takes it (R1, R2), and what is wrong with it on its own.</summary>
/// <remarks>A row stays valid after the enumeration moves on.</remarks>
public sealed class UserRow
{
    private readonly RowCells _cells;
    private readonly UserRecord? _user;
    private readonly ColumnSet _asStored;

    internal UserRow(SheetLayout layout, int number, RowCells cells, IReadOnlyList<ImportIssue> issues)
    {
        Layout = layout;
        _cells = cells;
        Number = number;
        Issues = issues;
    }

    /// <summary>Creates a row some of whose cells say what is stored of a user: their texts are made when somebody asks for them.</summary>
    internal UserRow(SheetLayout layout, int number, RowCells cells, IReadOnlyList<ImportIssue> issues, UserRecord user, ColumnSet asStored)
        : this(layout, number, cells, issues) => (_user, _asStored) = (user, asStored);

    /// <summary>Makes the row that the export would write for a user.</summary>
    internal static UserRow Of(UserRecord user, UserCells cells, SheetLayout layout, int number)
    {
        var row = new RowCellsBuilder(layout.Table.All.Length);
        row.Begin(layout.Table.All.Length);
        foreach (var column in layout.Present)
            if (cells.TextOf(user, layout.Table.FieldOf(column)) is { Length: > 0 } text)
                row.Fill(column.Index, text, CellState.Text);
        return new UserRow(layout, number, row.Build(), []);
    }

    /// <summary>Returns all texts with their columns, as <see cref="BatchRow.Content"/> has them of a row that is spelt like this one.</summary>
    internal ReadOnlySpan<byte> Content(ArrayBufferWriter<byte> buffer)
    {
        buffer.ResetWrittenCount();
        foreach (var column in Layout.InSheetOrder)
        {
            if (this[column] is not { Length: > 0 } text) continue;
            Encoding.UTF8.GetBytes(text, buffer);
            buffer.Write([RowBatch.EndOfText, (byte)column.Index]);
        }
        return buffer.WrittenSpan;
    }

    /// <summary>The row number that Excel shows (R8).</summary>
    public int Number { get; }

    /// <summary>What is wrong with the row by itself: sections 1 and 2 of the rule book, less what needs the host's data.</summary>
    public IReadOnlyList<ImportIssue> Issues { get; }

    /// <summary>The text of a cell; empty if it is blank, damaged, or its column is absent.</summary>
    public string this[UserColumn column]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(column);
            return _cells.TextOf(column.Index) ?? (_asStored.Has(column) ? UserTexts.Of(_user!, Layout.Table.FieldOf(column)) : "");
        }
    }

    /// <summary>The text of a cell by the key of its column, the host's own columns included (C6).</summary>
    /// <exception cref="ArgumentException">No column has the key.</exception>
    public string this[string columnKey] => this[Layout.Table.OfKey(columnKey)];

    internal SheetLayout Layout { get; }

    /// <summary>Whether the file has the column at all: an absent column is not a blank one (C4).</summary>
    public bool Has(UserColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return Layout.Has(column);
    }

    internal CellState StateOf(UserColumn column) => _asStored.Has(column) ? CellState.Text : _cells.StateOf(column.Index);

    internal CellPlace Place(UserColumn column) => new(Number, column, Layout.Address(column, Number));

    internal ImportIssue Problem(UserColumn column, string fault, IssueSeverity severity = IssueSeverity.Error,
        string? value = null, string? suggestion = null, params ReadOnlySpan<(string Name, object? Value)> arguments) =>
        Layout.Issues.ForColumn(Place(column), fault, severity, value ?? this[column], suggestion, arguments);
}
