using System.Buffers;
using System.Text;
using UserImport.Columns;
using UserImport.Resources;

namespace UserImport.Rows;

/// <summary>One row of an upload: the text of each cell as the import takes it (R1, R2), and what is wrong with it on its own.</summary>
/// <remarks>A row stays valid after the enumeration moves on.</remarks>
public sealed class UserRow
{
    private readonly string?[] _texts;
    private readonly CellState[] _states;
    private readonly UserRecord? _user;

    // A text that is null is the list that is stored of the user: it is made when somebody asks for it.
    internal UserRow(SheetLayout layout, int number, string?[] texts, CellState[] states, IReadOnlyList<ImportIssue> issues, UserRecord? user = null)
    {
        Layout = layout;
        _user = user;
        _texts = texts;
        _states = states;
        Number = number;
        Issues = issues;
    }

    /// <summary>Makes the row that the export would write for a user.</summary>
    internal static UserRow Of(UserRecord user, UserCells cells, SheetLayout layout, int number)
    {
        var texts = new string[layout.Table.All.Count];
        var states = new CellState[texts.Length];
        foreach (var column in layout.Table.All)
        {
            texts[column.Index] = layout.Has(column) ? cells.TextOf(user, column) : "";
            states[column.Index] = texts[column.Index].Length > 0 ? CellState.Text : CellState.Blank;
        }
        return new UserRow(layout, number, texts, states, []);
    }

    /// <summary>Returns all texts with their columns, as <see cref="BatchRow.Content"/> has them of a row that is spelt like this one.</summary>
    internal ReadOnlySpan<byte> Content(ArrayBufferWriter<byte> buffer)
    {
        buffer.ResetWrittenCount();
        foreach (var column in Layout.InSheetOrder)
        {
            if (this[column].Length == 0) continue;
            Encoding.UTF8.GetBytes(this[column], buffer);
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
            return _texts[column.Index] ??= UserTexts.OfList(_user!, column);
        }
    }

    /// <summary>The text of a cell by the key of its column, the host's own columns included (C6).</summary>
    /// <exception cref="ArgumentException">No column has the key.</exception>
    public string this[string columnKey] => this[Layout.Column(columnKey)];

    internal SheetLayout Layout { get; }

    /// <summary>Whether the file has the column at all: an absent column is not a blank one (C4).</summary>
    public bool Has(UserColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return Layout.Has(column);
    }

    internal CellState StateOf(UserColumn column) => _states[column.Index];

    internal CellPlace Place(UserColumn column) => new(Number, column, Layout.Address(column, Number));

    internal ImportIssue Problem(UserColumn column, string fault, IssueSeverity severity = IssueSeverity.Error,
        string? value = null, string? suggestion = null, params ReadOnlySpan<(string Name, object? Value)> arguments) =>
        Layout.Issues.ForColumn(Place(column), fault, severity, value ?? this[column], suggestion, arguments);
}
