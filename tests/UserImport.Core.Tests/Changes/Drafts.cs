using UserImport.Planning;

namespace UserImport.Tests.Changes;

/// <summary>Changes as a planner hands them in: without number, needs and group.</summary>
internal static class Drafts
{
    public static UserChange Added(UserRecord user, int row = 0) =>
        new() { Number = -1, Row = row, Kind = ChangeKind.Added, After = user };

    public static UserChange Updated(UserRecord before, UserRecord after, int row = 0) => new()
    {
        Number = -1, Row = row, Kind = ChangeKind.Updated, Before = before, After = after,
        Fields = before.Email == after.Email ? [] : [new("Email", before.Email, after.Email)],
    };

    public static UserChange Invited(UserRecord user, int row = 0) => new()
    {
        Number = -1, Row = row, Kind = ChangeKind.Invited, Before = user, After = user, SendInvitation = true,
    };

    public static ChangeSet Set(int batchSize, params UserChange[] drafts) => ChangeSet.Create(
        new Guid("6c1d7d1e-3b53-4a4f-9f5e-0d4b6d0c8a11"), new DateTimeOffset(2026, 11, 3, 9, 30, 0, TimeSpan.FromHours(1)),
        ImportAction.AddAndUpdate, "users.xlsx", new string('a', 64), drafts, [], batchSize);
}
