using UserImport.Applying;
using UserImport.Planning;
using UserImport.Tests.Changes;

namespace UserImport.Tests.Applying;

/// <summary>Batches of a change set as the applier makes them.</summary>
internal static class Batches
{
    /// <summary>All changes as one batch.</summary>
    public static ChangeBatch Of(params UserChange[] drafts) => Of(Changes.Drafts.Set(500, drafts));

    public static ChangeBatch Of(ChangeSet set) => new() { ChangeSetId = set.Id, Number = 0, Changes = set.Changes };

    public static BatchDecision Decide(UserRecord[] current, params UserChange[] drafts) => Of(drafts).Decide(current);

    public static Task<ImportResult> ApplyAsync(this IUserRepository users, ChangeSet set) =>
        new ChangeSetApplier(users, TimeProvider.System).ApplyAsync(set, null, null, TestContext.Current.CancellationToken);
}
