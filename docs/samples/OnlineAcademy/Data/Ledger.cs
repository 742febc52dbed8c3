using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using UserImport.Applying;
using UserImport.Planning;

namespace OnlineAcademy.Data;

/// <summary>The record of applied batches: the outcome of each change, committed with the users.</summary>
public static class Ledger
{
    internal static AppliedBatch Write(ChangeBatch batch, IReadOnlyList<ChangeOutcome> outcomes, DateTime now) => new()
    {
        ChangeSetId = batch.ChangeSetId,
        Number = batch.Number,
        Outcomes = JsonSerializer.Serialize(outcomes),
        AppliedAt = now,
    };

    internal static IReadOnlyList<ChangeOutcome> Read(AppliedBatch batch) =>
        JsonSerializer.Deserialize<List<ChangeOutcome>>(batch.Outcomes)!;

    /// <summary>Returns how a change set went so far; null if no batch of it was ever committed.</summary>
    public static async Task<ImportResult?> FindResultAsync(
        this AcademyContext db, ChangeSet changes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(changes);
        var batches = await db.AppliedBatches.AsNoTracking().Where(batch => batch.ChangeSetId == changes.Id)
            .ToListAsync(cancellationToken);
        if (batches.Count == 0) return null;
        var outcomes = batches.SelectMany(Read).ToDictionary(outcome => outcome.Change);
        return new ImportResult
        {
            ChangeSetId = changes.Id,
            Outcomes = [.. changes.Changes.Select(change => outcomes.GetValueOrDefault(change.Number)
                ?? new ChangeOutcome(change.Number, ChangeOutcomeKind.NotAttempted))],
        };
    }
}
