using System.Buffers;
using System.Text;
using UserImport.Columns;
using UserImport.Rows;
using UserImport.Spreadsheets;

namespace UserImport.Planning;

/// <summary>
/// Rows whose verdict stands, unless another row has a bearing on them: they take nobody's address and name nobody anew. They leave
/// behind their place in the file, their number, and keyed hashes of email, manager addresses and all that they say; those that
/// change or spell something also themselves and their change. Rows on which another one has a bearing are judged like any other: those
/// that say exactly what is stored are made again from that, or from the file where it has changed meanwhile.
/// </summary>
internal sealed class SettledRows
{
    private readonly RowHash _hash = new();
    private readonly SegmentedList<Row> _rows = new();
    private readonly SegmentedList<uint> _managers = new(); // half a hash of each
    private readonly SegmentedList<byte> _numbers = new();
    private readonly SegmentedList<ushort> _lengths = new(); // of the number, and how many managers
    private readonly List<SpelledRow> _spelled = [];
    private readonly ArrayBufferWriter<byte> _content = new();
    private int _drawnIn;

    /// <summary>How many rows are settled.</summary>
    public int Count => _rows.Count - _drawnIn;

    /// <summary>How many of them are kept themselves, and not their hashes alone.</summary>
    public int Spelled => _spelled.Count;

    /// <summary>The changes of the rows on which no other has a bearing, in the order of the file.</summary>
    public IEnumerable<SettledChange> Changes
    {
        get
        {
            foreach (var spelled in _spelled)
                if (spelled.Change is { } change) yield return new SettledChange(spelled.Matched.Ordinal, change);
        }
    }

    /// <summary>Leaves a row behind that differs from what is stored, but not in what has a bearing on others.</summary>
    public void Add(in BatchRow row, in MatchedRow matched, UserChange? change)
    {
        _spelled.Add(new SpelledRow(_rows.Count, matched, change));
        Add(matched.Ordinal, matched.Row.Number, row);
    }

    /// <summary>Leaves a row behind that says what is stored of its user; number, email and manager addresses are ASCII.</summary>
    public void Add(int ordinal, int rowNumber, in BatchRow row)
    {
        var number = row.TextOf(UserColumns.EmployeeNumber);
        _numbers.Add(number);
        var before = _managers.Count;
        for (var managers = row.TextOf(UserColumns.Managers); !managers.IsEmpty;)
        {
            var end = managers.IndexOf((byte)',');
            _managers.Add(HalfOf(_hash.OfKey(end < 0 ? managers : managers[..end])));
            managers = end < 0 ? default : managers[(end + 2)..];
        }
        _lengths.Add((ushort)number.Length);
        _lengths.Add((ushort)(_managers.Count - before));
        _rows.Add(new Row(ordinal, rowNumber, _hash.OfKey(row.TextOf(UserColumns.Email)), _hash.OfContent(row.Content)));
    }

    /// <summary>Takes out the rows on which another row has a bearing, in the order of the file.</summary>
    public DrawnInRows DrawnInBy(IReadOnlyList<PlannedRow> rows)
    {
        // Rows of one user have that user's address (F1), so the addresses tell of both: who is the same, and who has the same.
        var emails = new HashMarks(_rows.Count);
        for (var i = 0; i < _rows.Count; i++) emails.Add(_rows[i].EmailHash);
        var managers = new HashSet<uint>();
        foreach (var row in rows)
        {
            emails.Mark(HashOf(row.EmailKey));
            if (row.EmailKey != row.Person.StoredEmailKey) emails.Mark(HashOf(row.Person.StoredEmailKey));
            if (row.TakesEmail) managers.Add(HalfOf(HashOf(row.EmailKey) ?? 0));
            // Whose address changes hands or is spelt anew (F3), and who is deactivated (F4).
            if (row.Planned.Email != row.Person.StoredEmail || row is { Existing.Active: true, Planned.Active: false })
                managers.Add(HalfOf(HashOf(row.Person.StoredEmailKey) ?? 0));
        }
        var drawn = new DrawnInRows([], []);
        if (!emails.Any && managers.Count == 0) return drawn;
        Span<byte> number = stackalloc byte[64];
        var (next, numberAt, managerAt) = (0, 0, 0);
        for (var i = 0; i < _rows.Count; i++)
        {
            var isSpelled = next < _spelled.Count && _spelled[next].Index == i;
            var (numberLength, managerCount) = (_lengths[2 * i], _lengths[2 * i + 1]);
            if ((emails.Any && emails.IsMarked(_rows[i].EmailHash)) || HasManager(managerAt, managerCount, managers))
            {
                if (isSpelled) drawn.Spelled.Add(_spelled[next].Matched);
                else drawn.AsStored.Add(new SetAsideRow(_rows[i].Ordinal, _rows[i].RowNumber,
                    Encoding.ASCII.GetString(_numbers.Slice(numberAt, numberLength, number)), _rows[i].ContentHash));
                if (isSpelled) _spelled[next] = default;
            }
            if (isSpelled) next++;
            numberAt += numberLength;
            managerAt += managerCount;
        }
        _spelled.RemoveAll(spelled => spelled.Matched.Row is null);
        _drawnIn = drawn.Count;
        return drawn;
    }

    /// <summary>Whether a row that was made again says what the file says.</summary>
    public bool IsAsSeen(UserRow again, SetAsideRow row) => _hash.OfContent(again.Content(_content)) == row.ContentHash;

    private ulong? HashOf(string? key) => key is null ? null : _hash.OfKey(key);

    private static uint HalfOf(ulong hash) => (uint)(hash >> 32);

    private bool HasManager(int start, int count, HashSet<uint> managers)
    {
        if (managers.Count == 0) return false;
        for (var i = start; i < start + count; i++)
            if (managers.Contains(_managers[i])) return true;
        return false;
    }

    /// <summary>A row that does not say exactly what is stored, and its change; null if it changes nothing.</summary>
    private readonly record struct SpelledRow(int Index, MatchedRow Matched, UserChange? Change);

    private readonly record struct Row(int Ordinal, int RowNumber, ulong EmailHash, ulong ContentHash);
}
