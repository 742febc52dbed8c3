using System.Buffers;
using System.Text;
using UserImport.Columns;
using UserImport.Rows;
using UserImport.Spreadsheets;

namespace UserImport.Planning;

/// <summary>
/// What rows that say exactly what is stored leave behind: their place in the file, their number, and keyed hashes of email, manager
/// addresses and all that they say. Rows on which another row may have a bearing are made again: from what is stored, or from the file
/// where that has changed meanwhile.
/// </summary>
internal sealed class UnchangedRows
{
    private readonly RowHash _hash = new();
    private readonly SegmentedList<Row> _rows = new();
    private readonly SegmentedList<ulong> _managers = new();
    private readonly SegmentedList<byte> _numbers = new();
    private readonly ArrayBufferWriter<byte> _content = new();

    public int Count => _rows.Count;

    /// <summary>Leaves a row behind that says what is stored of its user; number, email and manager addresses are ASCII.</summary>
    public void Add(int ordinal, int rowNumber, in BatchRow row)
    {
        _numbers.Add(row.TextOf(UserColumns.EmployeeNumber));
        for (var managers = row.TextOf(UserColumns.Managers); !managers.IsEmpty;)
        {
            var end = managers.IndexOf(", "u8);
            _managers.Add(_hash.OfKey(end < 0 ? managers : managers[..end]));
            managers = end < 0 ? default : managers[(end + 2)..];
        }
        _rows.Add(new Row(ordinal, rowNumber, _numbers.Count, _managers.Count,
            _hash.OfKey(row.TextOf(UserColumns.Email)), _hash.OfContent(row.Content)));
    }

    /// <summary>Returns the rows, in the order of the file, on which another row may have a bearing.</summary>
    public IReadOnlyList<SetAsideRow> DrawnInBy(IReadOnlyList<PlannedRow> rows)
    {
        // Rows of one user have that user's address (F1), so the addresses tell of both: who is the same, and who has the same.
        var emails = new HashMarks(Count);
        for (var i = 0; i < Count; i++) emails.Add(_rows[i].EmailHash);
        var managers = new HashSet<ulong>();
        foreach (var row in rows)
        {
            emails.Mark(HashOf(row.EmailKey));
            if (row.EmailKey != row.Person.StoredEmailKey) emails.Mark(HashOf(row.Person.StoredEmailKey));
            if (row.TakesEmail) managers.Add(HashOf(row.EmailKey) ?? 0);
            // Whose address changes hands (F3), and who is deactivated (F4).
            if (row.TakesEmail || row is { Existing.Active: true, Planned.Active: false })
                managers.Add(HashOf(row.Person.StoredEmailKey) ?? 0);
        }
        var drawn = new List<SetAsideRow>();
        if (!emails.Any && managers.Count == 0) return drawn;
        Span<byte> number = stackalloc byte[64];
        for (var i = 0; i < Count; i++)
            if ((emails.Any && emails.IsMarked(_rows[i].EmailHash)) || HasManager(i, managers))
                drawn.Add(new SetAsideRow(_rows[i].Ordinal, _rows[i].RowNumber, Encoding.ASCII.GetString(NumberOf(i, number)),
                    _rows[i].ContentHash));
        return drawn;
    }

    /// <summary>Whether a row that was made again says what the file says.</summary>
    public bool IsAsSeen(UserRow again, SetAsideRow row) => _hash.OfContent(again.Content(_content)) == row.ContentHash;

    private ulong? HashOf(string? key) => key is null ? null : _hash.OfKey(key);

    private bool HasManager(int row, HashSet<ulong> managers)
    {
        if (managers.Count == 0) return false;
        for (var i = row == 0 ? 0 : _rows[row - 1].ManagersEnd; i < _rows[row].ManagersEnd; i++)
            if (managers.Contains(_managers[i])) return true;
        return false;
    }

    private ReadOnlySpan<byte> NumberOf(int row, Span<byte> buffer)
    {
        var start = row == 0 ? 0 : _rows[row - 1].NumbersEnd;
        return _numbers.Slice(start, _rows[row].NumbersEnd - start, buffer);
    }

    private readonly record struct Row(int Ordinal, int RowNumber, int NumbersEnd, int ManagersEnd, ulong EmailHash, ulong ContentHash);
}

/// <summary>A row that says exactly what is stored of one user.</summary>
/// <param name="Ordinal">Which row of the file it is, from 0.</param>
/// <param name="RowNumber">The row number that Excel shows.</param>
/// <param name="EmployeeNumber">The employee number, as stored.</param>
/// <param name="ContentHash">A hash of all that the row says.</param>
internal readonly record struct SetAsideRow(int Ordinal, int RowNumber, string EmployeeNumber, ulong ContentHash);
