namespace UserImport.Planning;

/// <summary>
/// What rows that say exactly what is stored leave behind: their place in the file, their number, and hashes of number, email, manager
/// addresses and user. Rows on which another row may have a bearing are made again: from what is stored, or from the file where that
/// has changed meanwhile.
/// </summary>
internal sealed class UnchangedRows
{
    private readonly RowHash _hash = new();
    private readonly SegmentedList<Row> _rows = new();
    private readonly SegmentedList<ulong> _emails = new();
    private readonly SegmentedList<(int Row, ulong Email)> _managers = new();
    private readonly SegmentedList<byte> _numbers = new();

    public int Count => _rows.Count;

    /// <summary>Leaves a row behind that says what is stored of a user; number, email and manager addresses are ASCII.</summary>
    public void Add(int ordinal, int rowNumber, ReadOnlySpan<byte> number, ReadOnlySpan<byte> email, UserRecord user)
    {
        var managers = user.Managers;
        for (var i = 0; i < managers.Count; i++) _managers.Add((_rows.Count, _hash.Of(managers[i].Email)!.Value));
        _rows.Add(new Row(ordinal, rowNumber, _numbers.Count, number.Length, _hash.Of(number), _hash.Of(user)));
        foreach (var digit in number) _numbers.Add(digit);
        _emails.Add(_hash.Of(email));
    }

    /// <summary>Returns the rows, in the order of the file, on which another row may have a bearing.</summary>
    public IReadOnlyList<SetAsideRow> DrawnInBy(IReadOnlyList<PlannedRow> rows)
    {
        var numbers = Repeated(_rows.Count, row => _rows[row].NumberHash);
        var emails = Repeated(_emails.Count, row => _emails[row]);
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
        for (var i = 0; i < _rows.Count; i++)
            if (numbers.Contains(_rows[i].NumberHash) || emails.Contains(_emails[i]))
                drawn.Add(i);
        for (var i = 0; i < _managers.Count; i++)
            if (managers.Contains(_managers[i].Email))
                drawn.Add(_managers[i].Row);
        return [.. drawn.Select(row => Named(_rows[row]))];
    }

    /// <summary>Whether a user is still stored as they were when the row was set aside.</summary>
    public bool IsAsSeen(UserRecord user, SetAsideRow row) => _hash.Of(user) == row.UserHash;

    private SetAsideRow Named(Row row) =>
        new(row.Ordinal, row.RowNumber, string.Create(row.Length, (_numbers, row.Start), static (text, from) =>
        {
            for (var i = 0; i < text.Length; i++) text[i] = (char)from._numbers[from.Start + i];
        }), row.UserHash);

    private void Mark(HashSet<ulong> hashes, string? key)
    {
        if (key is not null && _hash.Of(key) is { } hash) hashes.Add(hash);
    }

    // Rows that change nothing may still be two of one user, or of one address (F1).
    private static HashSet<ulong> Repeated(int count, Func<int, ulong> hashOf)
    {
        var repeated = new HashSet<ulong>();
        var table = new ulong[System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(count * 2, 16))];
        for (var i = 0; i < count; i++)
        {
            var hash = hashOf(i);
            var at = (int)(hash >> 8) & (table.Length - 1);
            while (table[at] != 0 && table[at] != hash) at = (at + 1) & (table.Length - 1);
            if (table[at] == hash) repeated.Add(hash);
            table[at] = hash;
        }
        return repeated;
    }

    private readonly record struct Row(int Ordinal, int RowNumber, int Start, int Length, ulong NumberHash, ulong UserHash);
}

/// <summary>A row that says exactly what is stored of one user.</summary>
/// <param name="Ordinal">Which row of the file it is, from 0.</param>
/// <param name="RowNumber">The row number that Excel shows.</param>
/// <param name="EmployeeNumber">The employee number, as stored.</param>
/// <param name="UserHash">A hash of all that was stored of the user.</param>
internal readonly record struct SetAsideRow(int Ordinal, int RowNumber, string EmployeeNumber, ulong UserHash);
