namespace UserImport.Applying;

/// <summary>What a repository answers for a batch, held against its contract (P5, P6).</summary>
internal static class BatchAnswer
{
    /// <summary>Puts the outcomes of a batch in their places; refuses an answer that is not one outcome for each change.</summary>
    public static void Take(ChangeBatch batch, IReadOnlyList<ChangeOutcome>? answer, ChangeOutcome?[] outcomes)
    {
        if (answer is null || answer.Count != batch.Changes.Count)
            throw Broken(batch, $"answered {answer?.Count ?? 0} outcomes for {batch.Changes.Count} changes");
        var first = batch.Changes[0].Number;
        foreach (var outcome in answer)
        {
            if (outcome is null) throw Broken(batch, "answered null for a change");
            if (outcome.Change < first || outcome.Change >= first + batch.Changes.Count)
                throw Broken(batch, $"answered for change {outcome.Change}, which is not in the batch");
            if (outcomes[outcome.Change] is not null) throw Broken(batch, $"answered twice for change {outcome.Change}");
            if (!Enum.IsDefined(outcome.Kind) || outcome.Kind == ChangeOutcomeKind.NotAttempted)
                throw Broken(batch, $"answered {outcome.Kind} for change {outcome.Change}");
            outcomes[outcome.Change] = outcome;
        }
    }

    private static InvalidOperationException Broken(ChangeBatch batch, string how) => new(
        $"{nameof(IUserRepository)}.{nameof(IUserRepository.ApplyAsync)} {how} (batch {batch.Number} of change set " +
        $"{batch.ChangeSetId}). It returns one outcome for each change of the batch: those that Decide gave, or those on record.");
}
