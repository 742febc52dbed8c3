namespace UserImport.Planning;

/// <summary>
/// What rows that change nothing leave behind: their place in the file and hashes of number, email and manager addresses. Whatever
/// other rows draw in is read again in a second pass over the file.
/// </summary>
internal sealed class UnchangedRows
{
    private readonly RowHash _hash = new();
    private readonly List<int> _ordinals = [];
    private readonly List<ulong> _numbers = [];
    private readonly List<ulong> _emails = [];
    private readonly List<(int Row, ulong Email)> _managers = [];

    public int Count => _ordinals.Count;

    /// <summary>Leaves a row behind whose number, email and managers are those of a stored user, all in ASCII.</summary>
    public void Add(int ordinal, ReadOnlySpan<byte> number, ReadOnlySpan<byte> email, IReadOnlyList<UserReference> managers)
    {
        foreach (var manager in managers) _managers.Add((_ordinals.Count, _hash.Of(manager.Email)!.Value));
        _ordinals.Add(ordinal);
        _numbers.Add(_hash.Of(number));
        _emails.Add(_hash.Of(email));
    }

    /// <summary>Returns the rows, ascending, on which another row may have a bearing; they are judged like any other.</summary>
    public IReadOnlyList<int> DrawnInBy(IReadOnlyList<PlannedRow> rows)
    {
        var numbers = Repeated(_numbers);
        var emails = Repeated(_emails);
        var managers = new HashSet<ulong>();
        foreach (var row in rows)
        {
            Mark(numbers, row.NumberKey);
            Mark(emails, row.EmailKey);
            if (row.TakesEmail) Mark(managers, row.EmailKey);
            // Whose address changes hands (F3), and who is deactivated (F4).
            if (row.TakesEmail || row is { Existing.Active: true, Planned.Active: false }) Mark(managers, row.Person.StoredEmailKey);
        }
        var drawn = new SortedSet<int>();
        if (numbers.Count + emails.Count > 0)
            for (var i = 0; i < _ordinals.Count; i++)
                if (numbers.Contains(_numbers[i]) || emails.Contains(_emails[i]))
                    drawn.Add(_ordinals[i]);
        if (managers.Count > 0)
            foreach (var (row, email) in _managers)
                if (managers.Contains(email))
                    drawn.Add(_ordinals[row]);
        return [.. drawn];
    }

    private void Mark(HashSet<ulong> hashes, string? key)
    {
        if (key is not null && _hash.Of(key) is { } hash) hashes.Add(hash);
    }

    // Rows that change nothing may still be two of one user, or of one address (F1).
    private static HashSet<ulong> Repeated(List<ulong> hashes)
    {
        var repeated = new HashSet<ulong>();
        var table = new ulong[System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(hashes.Count * 2, 16))];
        foreach (var hash in hashes)
        {
            var at = (int)(hash >> 8) & (table.Length - 1);
            while (table[at] != 0 && table[at] != hash) at = (at + 1) & (table.Length - 1);
            if (table[at] == hash) repeated.Add(hash);
            table[at] = hash;
        }
        return repeated;
    }
}
