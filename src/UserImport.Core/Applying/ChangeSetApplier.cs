using UserImport.Planning;

namespace UserImport.Applying;

/// <summary>Applies a change set batch by batch through the repository; applying it again resumes it (P4–P7).</summary>
internal sealed class ChangeSetApplier(IUserRepository users, TimeProvider time)
{
    /// <summary>Returns how every change ended; an exception of the repository and a cancellation pass through untouched.</summary>
    /// <exception cref="ChangeSetException">A brake is on and the acknowledged fingerprint is not that of the change set (K5).</exception>
    /// <exception cref="InvalidOperationException">The repository broke its contract.</exception>
    public async Task<ImportResult> ApplyAsync(ChangeSet changes, string? acknowledgedFingerprint,
        IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changes);
        RequireAcknowledgement(changes, acknowledgedFingerprint);
        var outcomes = new ChangeOutcome[changes.Changes.Count];
        var notApplied = new HashSet<int>();
        var pace = new ProgressPace(progress, time, changes.Changes.Count);
        pace.Report(0);
        var done = 0;
        for (var number = 0; number < changes.BatchSizes.Count; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var batch = Batch(changes, number, done, notApplied);
            var answer = await users.ApplyAsync(batch, cancellationToken).ConfigureAwait(false);
            BatchAnswer.Take(batch, answer, outcomes);
            for (var end = done + batch.Changes.Count; done < end; done++)
                if (outcomes[done].Kind is not (ChangeOutcomeKind.Applied or ChangeOutcomeKind.AlreadyApplied)) notApplied.Add(done);
            pace.Report(done);
        }
        return new ImportResult { ChangeSetId = changes.Id, Outcomes = outcomes };
    }

    private static void RequireAcknowledgement(ChangeSet changes, string? acknowledgedFingerprint)
    {
        if (changes.Brakes.Count == 0 || string.Equals(acknowledgedFingerprint, changes.Fingerprint, StringComparison.Ordinal)) return;
        throw new ChangeSetException(ChangeSetFault.NotAcknowledged,
            $"A brake is on ({string.Join(", ", changes.Brakes.Select(brake => brake.Code))}): the change set is applied only " +
            "with an acknowledgement that names its fingerprint.");
    }

    private static ChangeBatch Batch(ChangeSet changes, int number, int start, HashSet<int> notApplied)
    {
        var batch = new UserChange[changes.BatchSizes[number]];
        var missing = new HashSet<int>();
        for (var i = 0; i < batch.Length; i++)
        {
            batch[i] = changes.Changes[start + i];
            if (notApplied.Count > 0) missing.UnionWith(batch[i].Needs.Where(notApplied.Contains));
        }
        return new ChangeBatch { ChangeSetId = changes.Id, Number = number, Changes = batch, NotApplied = missing };
    }
}
