using System.Globalization;
using Microsoft.Extensions.Options;
using UserImport.Changes;
using UserImport.Columns;
using UserImport.Planning;
using UserImport.Resources;
using UserImport.Rows;

namespace UserImport.Applying;

/// <summary>Plans the change set that undoes an applied one (P8). It writes nothing and has no brakes.</summary>
internal sealed class UndoPlanner(IUserRepository users, IOptions<UserImportOptions> options, TimeProvider time)
{
    /// <summary>Returns changes that restore the before-values of what was applied, and deactivate who was added.</summary>
    /// <remarks>
    /// Every change expects the user as the import left them, so a user whom somebody has changed since is skipped when the
    /// undo is applied. What stood already before the import is not undone.
    /// </remarks>
    /// <exception cref="ArgumentException">The result is not one of this change set.</exception>
    public async Task<ChangeSet> PlanAsync(ChangeSet applied, ImportResult result, CultureInfo? culture, CancellationToken cancellationToken)
    {
        Require(applied, result);
        var undone = applied.Changes.Where(change => result.Outcomes[change.Number].Kind == ChangeOutcomeKind.Applied).ToList();
        var keeping = await AddressesKept.FindAsync(undone, users, options.Value.LookupBatchSize, cancellationToken).ConfigureAwait(false);
        var drafts = new List<UserChange>(undone.Count);
        foreach (var some in undone.Where(change => change.Kind != ChangeKind.Invited).Chunk(options.Value.LookupBatchSize))
        {
            var keys = some.Select(change => UserKeys.OfEmployeeNumber(change.After.EmployeeNumber)).ToHashSet(StringComparer.Ordinal);
            var found = new LoadedUsers(await users.FindByEmployeeNumberAsync(keys, cancellationToken).ConfigureAwait(false));
            drafts.AddRange(some.Select(change => Inverse(change, found, keeping.Contains(change.Number))).OfType<UserChange>());
        }
        return ChangeSet.Create(Guid.CreateVersion7(time.GetUtcNow()), time.GetUtcNow(), ImportAction.UpdateOnly, applied.FileName, null,
            drafts, [], options.Value.BatchSize, applied.Id, WhatStays(undone, keeping, new IssueWriter(Messages.For(culture))));
    }

    private static void Require(ChangeSet applied, ImportResult result)
    {
        ArgumentNullException.ThrowIfNull(applied);
        ArgumentNullException.ThrowIfNull(result);
        if (result.ChangeSetId != applied.Id || result.Outcomes.Count != applied.Changes.Count ||
            result.Outcomes.Where((outcome, number) => outcome?.Change != number).Any())
            throw new ArgumentException("The result does not belong to the change set: one outcome for each change, in order.", nameof(result));
    }

    private static UserChange? Inverse(UserChange change, LoadedUsers found, bool keepsEmail)
    {
        var left = change.After;
        var restored = change.Before ?? left with { Active = false };
        var columns = UserComparison.Differences(left, restored).Where(column => !keepsEmail || column != UserColumns.Email.Key).ToList();
        if (columns.Count == 0) return null;
        var current = found.Find(left.EmployeeNumber);
        var before = current is not null && UserComparison.StillStands(left, restored, current) ? current : left;
        return new UserChange
        {
            Number = 0,
            Row = 0,
            Kind = ChangeKind.Updated,
            Before = before,
            After = UserComparison.With(before, columns, restored),
            Fields = change.Before is null
                ? [new FieldChange(UserColumns.Active.Key, UserCells.OfFlag(true), UserCells.OfFlag(false))]
                : [.. change.Fields.Where(field => columns.Contains(field.Column)).Select(field => new FieldChange(field.Column, field.New, field.Old))],
        };
    }

    private static List<NotUndone> WhatStays(List<UserChange> undone, HashSet<int> keeping, IssueWriter writer)
    {
        var all = new List<NotUndone>();
        Say("undo.invitationSent", undone.Where(change => change.SendInvitation));
        Say("undo.addedStays", undone.Where(change => change.Kind == ChangeKind.Added));
        Say("undo.emailInUse", undone.Where(change => keeping.Contains(change.Number)));
        return all;

        void Say(string code, IEnumerable<UserChange> of)
        {
            string[] numbers = [.. of.Select(change => change.After.EmployeeNumber)];
            if (numbers.Length > 0) all.Add(new NotUndone(code, numbers, writer.Fill(code, ("count", numbers.Length))));
        }
    }
}
