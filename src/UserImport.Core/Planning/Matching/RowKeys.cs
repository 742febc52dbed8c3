using System.Runtime.CompilerServices;
using System.Text;
using UserImport.Columns;
using UserImport.Rows;

namespace UserImport.Planning.Matching;

/// <summary>The keys by which the users of a batch are asked for.</summary>
internal sealed class RowKeys
{
    private readonly HashSet<string> _distinct = new(StringComparer.Ordinal);
    private string?[] _keys = [];
    private UserRow?[] _read = [];
    private int _count;

    /// <summary>The key of each row; null where the number cannot be read.</summary>
    public ReadOnlySpan<string?> OfRows => _keys.AsSpan(0, _count);

    /// <summary>Whether no two of them are equal.</summary>
    public bool AreDistinct { get; private set; }

    /// <summary>Returns a row that had to be read in full for its key; null if its bytes were enough.</summary>
    public UserRow? ReadOf(int row) => _read[row];

    /// <summary>Takes the keys of a batch, and returns each once: a new list, which the host may keep.</summary>
    public List<string> Take(RowBatch batch)
    {
        if (_keys.Length < batch.Count) (_keys, _read) = (new string?[batch.Count], new UserRow?[batch.Count]);
        _count = batch.Count;
        for (var i = 0; i < _count; i++) (_keys[i], _read[i]) = Read(batch, i);
        return Distinct();
    }

    private List<string> Distinct()
    {
        var distinct = new List<string>(_count);
        AreDistinct = true;
        foreach (var key in OfRows)
        {
            if (key is null) continue;
            // Mostly rows stand in the order of their numbers.
            AreDistinct &= distinct.Count == 0 || string.CompareOrdinal(distinct[^1], key) < 0;
            distinct.Add(key);
        }
        if (AreDistinct) return distinct;
        _distinct.Clear();
        var all = distinct.Count;
        distinct.RemoveAll(key => !_distinct.Add(key));
        AreDistinct = distinct.Count == all;
        return distinct;
    }

    // The key of a number in plain signs, between spaces or not, needs no more than its bytes; any other cell is read in full.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (string? Key, UserRow? Read) Read(RowBatch batch, int row)
    {
        var cells = batch[row];
        var number = cells.TrimmedTextOf(UserColumns.EmployeeNumber);
        if (cells.IsAsShown(UserColumns.EmployeeNumber) && !number.IsEmpty && !number.ContainsAnyExceptInRange((byte)'!', (byte)'~'))
            return (UserKeys.OfEmployeeNumber(Encoding.ASCII.GetString(number)), null);
        var read = batch.ToUserRow(row);
        return (NumberMatch.KeyOf(read), read);
    }
}
