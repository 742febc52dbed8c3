using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;
using UserImport.Columns;
using UserImport.Planning.People;
using UserImport.Rows;

namespace UserImport.Planning.Settling;

/// <summary>
/// Rows whose verdict stands, unless another row has a bearing on them: they take nobody's address and name nobody anew. They leave
/// behind their place in the file, their number, keyed hashes of email, manager addresses and all that they say, and what they change.
/// Rows on which another one has a bearing are judged like any other: they are made again from what is stored or planned, or, where
/// they spell that otherwise or somebody has edited the user meanwhile, from the file.
/// </summary>
internal sealed class SettledRows
{
    private readonly RowHash _hash = new();
    private readonly SettledLog _log = new();
    private readonly List<SettledChange> _changes = [];
    private readonly ArrayBufferWriter<byte> _content = new();
    private int _drawnIn;

    /// <summary>How many rows are settled.</summary>
    public int Count => _log.Count - _drawnIn;

    /// <summary>The changes of the rows, in the order of the file.</summary>
    public IReadOnlyList<SettledChange> Changes => _changes;

    /// <summary>Leaves a row behind whose number and email are stored like that, its managers' addresses in any case and order, and all of it ASCII.</summary>
    /// <param name="ordinal">Which row of the file it is, from 0; in ascending order.</param>
    /// <param name="rowNumber">The row number that Excel shows.</param>
    /// <param name="row">The row.</param>
    /// <param name="change">What it changes; null if nothing.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(int ordinal, int rowNumber, in BatchRow row, in SettledChange? change = null)
    {
        if (change is { } some) _changes.Add(some);
        var managers = row.TrimmedTextOf(UserColumns.Managers);
        var hashes = _log.Add(ordinal, rowNumber, row.TrimmedTextOf(UserColumns.EmployeeNumber), _hash.OfKey(row.TrimmedTextOf(UserColumns.Email)),
            _hash.OfContent(row.Content), managers.IsEmpty ? 0 : managers.Count((byte)',') + 1);
        for (; !managers.IsEmpty; hashes = hashes[sizeof(uint)..])
        {
            ListSpelling.TryTakeEntry(ref managers, out var manager);
            BinaryPrimitives.WriteUInt32LittleEndian(hashes, HalfOf(_hash.OfKey(manager)));
        }
    }

    /// <summary>Takes out the rows on which another row has a bearing, in the order of the file.</summary>
    public IReadOnlyList<RecalledRow> DrawnInBy(IReadOnlyList<PlannedRow> rows)
    {
        if (_log.Count == 0) return [];
        // Rows of one user have that user's address (F1), so the addresses tell of both: who is the same, and who has the same.
        var emails = new TouchedHashes(_log.Count);
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
        var drawn = new List<RecalledRow>();
        if (!emails.Any && managers.Count == 0) return drawn;
        var (next, kept) = (0, 0);
        for (var settled = _log.Read(); settled.Next();)
        {
            var isChange = next < _changes.Count && _changes[next].Ordinal == settled.Ordinal;
            SettledChange? change = isChange ? _changes[next++] : null;
            if ((emails.Any && emails.IsMarked(settled.EmailHash)) || HasManager(settled.Managers, managers))
                drawn.Add(new(settled.Ordinal, settled.RowNumber, Encoding.ASCII.GetString(settled.Number), settled.ContentHash, change));
            else if (change is { } stays) _changes[kept++] = stays;
        }
        _changes.RemoveRange(kept, _changes.Count - kept);
        _drawnIn = drawn.Count;
        return drawn;
    }

    /// <summary>Whether a row that was made again says what the file says.</summary>
    public bool IsAsSeen(UserRow again, RecalledRow row) => _hash.OfContent(again.Content(_content)) == row.ContentHash;

    private ulong? HashOf(string? key) => key is null ? null : _hash.OfKey(key);

    private static uint HalfOf(ulong hash) => (uint)(hash >> 32);

    private static bool HasManager(ReadOnlySpan<byte> hashes, HashSet<uint> managers)
    {
        if (managers.Count == 0) return false;
        for (; !hashes.IsEmpty; hashes = hashes[sizeof(uint)..])
            if (managers.Contains(BinaryPrimitives.ReadUInt32LittleEndian(hashes))) return true;
        return false;
    }
}
