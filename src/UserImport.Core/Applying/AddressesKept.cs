using UserImport.Changes;
using UserImport.Columns;
using UserImport.Planning;

namespace UserImport.Applying;

/// <summary>Finds the users to whom an undo cannot give back their former address, because somebody who stays has it (F2, P8).</summary>
internal static class AddressesKept
{
    /// <summary>Returns the numbers of the changes after whose undoing the users keep their new addresses.</summary>
    /// <remarks>
    /// Whoever has such an address today stays, unless their own change is undone and moves them away. A user who thereby keeps an
    /// address keeps it from the next one, and so on.
    /// </remarks>
    public static async Task<HashSet<int>> FindAsync(IReadOnlyList<UserChange> undone, IUserRepository users, int lookupBatchSize,
        CancellationToken cancellationToken)
    {
        var keeping = new HashSet<int>();
        var occupied = new Queue<string>();
        var wanting = new Dictionary<string, UserChange>(StringComparer.Ordinal);
        var moving = new HashSet<string>(StringComparer.Ordinal);
        foreach (var change in undone)
        {
            if (FormerAddress(change) is not { } former) continue;
            if (wanting.TryAdd(former, change)) moving.Add(StoredKeys.OfNumber(change.After.EmployeeNumber));
            else Keep(change); // of two who shared an address only one can have it again
        }
        foreach (var some in wanting.Keys.Chunk(lookupBatchSize))
            foreach (var holder in await users.FindByEmailAsync(some, cancellationToken).ConfigureAwait(false))
                if (!moving.Contains(StoredKeys.OfNumber(holder.EmployeeNumber))) occupied.Enqueue(StoredKeys.OfEmail(holder.Email));
        while (occupied.TryDequeue(out var email))
            if (wanting.Remove(email, out var change)) Keep(change);
        return keeping;

        void Keep(UserChange change)
        {
            keeping.Add(change.Number);
            occupied.Enqueue(StoredKeys.OfEmail(change.After.Email));
        }
    }

    private static string? FormerAddress(UserChange change)
    {
        if (change is not { Kind: ChangeKind.Updated, Before: { } before }) return null;
        var former = StoredKeys.OfEmail(before.Email);
        return StoredKeys.OfEmail(change.After.Email) == former ? null : former;
    }
}
