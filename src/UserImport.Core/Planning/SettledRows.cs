using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using UserImport.Columns;
using UserImport.Rows;

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
    private readonly SettledLog _log = new();
    private readonly List<SpelledRow?> _spelled = [];
    private readonly ArrayBufferWriter<byte> _content = new();
    private int _drawnIn;

    /// <summary>How many rows are settled.</summary>
    public int Count => _log.Count - _drawnIn;

    /// <summary>How many of them are kept themselves, and not their hashes alone.</summary>
    public int Spelled => _spelled.Count;

    /// <summary>The changes of the rows on which no other has a bearing, in the order of the file.</summary>
    public IEnumerable<SettledChange> Changes
    {
        get
        {
            foreach (var spelled in _spelled)
                if (spelled!.Update is { } update) yield return new SettledChange(spelled.Matched, update);
        }
    }

    /// <summary>Leaves a row behind that differs from what is stored, but not in what has a bearing on others.</summary>
    public void Add(in BatchRow row, in MatchedRow matched, UserUpdate? update)
    {
        _spelled.Add(new SpelledRow(_log.Count, matched, update));
        Add(matched.Ordinal, matched.Row.Number, row);
    }

    /// <summary>Leaves a row behind that says what is stored of its user; number, email and manager addresses are ASCII.</summary>
    public void Add(int ordinal, int rowNumber, in BatchRow row)
    {
        var managers = row.TextOf(UserColumns.Managers);
        var hashes = _log.Add(ordinal, rowNumber, row.TextOf(UserColumns.EmployeeNumber), _hash.OfKey(row.TextOf(UserColumns.Email)),
            _hash.OfContent(row.Content), managers.IsEmpty ? 0 : managers.Count((byte)',') + 1);
        for (; !managers.IsEmpty; hashes = hashes[sizeof(uint)..])
        {
            var end = managers.IndexOf((byte)',');
            BinaryPrimitives.WriteUInt32LittleEndian(hashes, HalfOf(_hash.OfKey(end < 0 ? managers : managers[..end])));
            managers = end < 0 ? default : managers[(end + 2)..];
        }
    }

    /// <summary>Takes out the rows on which another row has a bearing, in the order of the file.</summary>
    public DrawnInRows DrawnInBy(IReadOnlyList<PlannedRow> rows)
    {
        // Rows of one user have that user's address (F1), so the addresses tell of both: who is the same, and who has the same.
        var emails = new HashMarks(_log.Count);
        for (var all = _log.Read(); all.Next();) emails.Add(all.EmailHash);
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
        var (i, next) = (0, 0);
        for (var settled = _log.Read(); settled.Next(); i++)
        {
            var isSpelled = next < _spelled.Count && _spelled[next]!.Index == i;
            if ((emails.Any && emails.IsMarked(settled.EmailHash)) || HasManager(settled.Managers, managers))
            {
                if (isSpelled) drawn.Spelled.Add(_spelled[next]!.Matched);
                else drawn.AsStored.Add(new SetAsideRow(settled.Ordinal, settled.RowNumber, Encoding.ASCII.GetString(settled.Number), settled.ContentHash));
                if (isSpelled) _spelled[next] = null;
            }
            if (isSpelled) next++;
        }
        _spelled.RemoveAll(spelled => spelled is null);
        _drawnIn = drawn.Count;
        return drawn;
    }

    /// <summary>Whether a row that was made again says what the file says.</summary>
    public bool IsAsSeen(UserRow again, SetAsideRow row) => _hash.OfContent(again.Content(_content)) == row.ContentHash;

    private ulong? HashOf(string? key) => key is null ? null : _hash.OfKey(key);

    private static uint HalfOf(ulong hash) => (uint)(hash >> 32);

    private static bool HasManager(ReadOnlySpan<byte> hashes, HashSet<uint> managers)
    {
        if (managers.Count == 0) return false;
        for (; !hashes.IsEmpty; hashes = hashes[sizeof(uint)..])
            if (managers.Contains(BinaryPrimitives.ReadUInt32LittleEndian(hashes))) return true;
        return false;
    }

    /// <summary>A row that does not say exactly what is stored, and what it makes of its user; null if it changes nothing.</summary>
    private sealed class SpelledRow(int index, MatchedRow matched, UserUpdate? update)
    {
        public int Index { get; } = index;

        public MatchedRow Matched { get; } = matched;

        public UserUpdate? Update { get; } = update;
    }
}
