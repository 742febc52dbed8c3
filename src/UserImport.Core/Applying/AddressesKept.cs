using UserImport.Planning;

namespace UserImport.Applying;

/// <summary>Finds the users whose former address an undo cannot give back, because somebody who stays has it (F2, P8).</summary>
internal static class AddressesKept
{
    /// <summary>Returns the numbers of the changes after whose undoing the users keep their new addresses.</summary>
    /// <remarks>
    /// Who was added stays, and so does who stood as planned before the import. A user who thereby keeps an address keeps it
    /// from the next one, and so on.
    /// </remarks>
    public static HashSet<int> After(ChangeSet applied, ImportResult result)
    {
        var wanting = new Dictionary<string, int>(StringComparer.Ordinal);
        var occupied = new Queue<string>();
        foreach (var change in applied.Changes)
        {
            var kind = result.Outcomes[change.Number].Kind;
            var stays = change.Kind == ChangeKind.Added
                ? kind is ChangeOutcomeKind.Applied or ChangeOutcomeKind.AlreadyApplied
                : kind == ChangeOutcomeKind.AlreadyApplied;
            if (stays) occupied.Enqueue(UserComparison.EmailKey(change.After.Email));
            else if (kind == ChangeOutcomeKind.Applied && FormerAddress(change) is { } former) wanting.TryAdd(former, change.Number);
        }
        var keeping = new HashSet<int>();
        while (occupied.TryDequeue(out var email))
            if (wanting.Remove(email, out var number) && keeping.Add(number))
                occupied.Enqueue(UserComparison.EmailKey(applied.Changes[number].After.Email));
        return keeping;
    }

    private static string? FormerAddress(UserChange change)
    {
        var former = UserComparison.EmailKey(change.Before!.Email);
        return UserComparison.EmailKey(change.After.Email) == former ? null : former;
    }
}
