using Microsoft.EntityFrameworkCore;
using UserImport;
using UserImport.Applying;
using UserImport.Columns;
using UserImport.Planning;

namespace OnlineAcademy.Data;

/// <summary>Writes what was decided for a batch, with the same few statements however many users it has.</summary>
internal sealed class UserWrites(AcademyContext db, AssignableUnits organisation, BatchDecision decision)
{
    private const string Insert = """
        INSERT INTO "Users" ("EmployeeNumber", "NumberKey", "FirstName", "Prefix", "LastName", "Email", "EmailKey", "CompanyId",
            "DepartmentId", "CostCenter", "Active", "LanguageCode", "Version", "SignIns")
        SELECT r."EmployeeNumber", r."NumberKey", r."FirstName", r."Prefix", r."LastName", r."Email", r."EmailKey", r."CompanyId",
            r."DepartmentId", r."CostCenter", r."Active", r."LanguageCode", 1, 0
        FROM <rows>
        """;

    // The version is what was loaded a moment ago: nobody who was changed in between is overwritten.
    private const string Update = """
        UPDATE "Users" SET "FirstName" = r."FirstName", "Prefix" = r."Prefix", "LastName" = r."LastName", "Email" = r."Email",
            "EmailKey" = r."EmailKey", "CompanyId" = COALESCE(r."CompanyId", "Users"."CompanyId"),
            "DepartmentId" = COALESCE(r."DepartmentId", "Users"."DepartmentId"), "CostCenter" = r."CostCenter", "Active" = r."Active",
            "LanguageCode" = r."LanguageCode", "Version" = "Users"."Version" + 1
        FROM <rows>
        WHERE "Users"."NumberKey" = r."NumberKey" AND "Users"."Id" || '.' || "Users"."Version" = r."Version"
        """;

    private const string LinkFunctions = """
        INSERT INTO "UserFunctions" ("UserId", "FunctionId") SELECT u."Id", r."Unit"
        FROM <rows> JOIN "Users" AS u ON u."NumberKey" = r."NumberKey"
        """;

    private const string LinkTeams = """
        INSERT INTO "UserTeams" ("UserId", "TeamId") SELECT u."Id", r."Unit"
        FROM <rows> JOIN "Users" AS u ON u."NumberKey" = r."NumberKey"
        """;

    private const string Link = """
        INSERT INTO "UserManagers" ("UserId", "ManagerId") SELECT u."Id", m."Id"
        FROM <rows> JOIN "Users" AS u ON u."NumberKey" = r."NumberKey" JOIN "Users" AS m ON m."NumberKey" = r."ManagerKey"
        """;

    private const string Invite = """
        INSERT INTO "Invitations" ("ChangeSetId", "UserId", "CreatedAt") SELECT {1}, u."Id", {2}
        FROM <rows> JOIN "Users" AS u ON u."NumberKey" = r."NumberKey"
        """;

    private readonly List<UserWrite> _added = [.. decision.Writes.Where(write => write.Change.Kind == ChangeKind.Added)];
    private readonly List<UserWrite> _updated = [.. decision.Writes.Where(write => write.Change.Kind == ChangeKind.Updated)];

    /// <summary>Gives users whose address changes one that nobody can have.</summary>
    public async Task ParkAddressesAsync(CancellationToken cancellationToken)
    {
        var keys = _updated.Where(write => write.ChangesEmail).Select(Key).ToList();
        if (keys.Count == 0) return;
        await db.Users.Where(user => keys.Contains(user.NumberKey))
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.EmailKey, user => "parked " + user.Id), cancellationToken);
    }

    /// <summary>Adds and updates users, with all their values but the managers.</summary>
    public async Task WriteUsersAsync(CancellationToken cancellationToken)
    {
        await db.ExecuteForEachAsync(Insert, _added.ConvertAll(Row), cancellationToken);
        await db.ExecuteForEachAsync(Update, _updated.ConvertAll(Row), cancellationToken);
        await ForgetAsync("UserFunctions", UserColumns.Functions.Key, cancellationToken);
        await db.ExecuteForEachAsync(LinkFunctions, Units(UserColumns.Functions.Key, user => user.Functions, organisation.Function), cancellationToken);
        await ForgetAsync("UserTeams", UserColumns.Teams.Key, cancellationToken);
        await db.ExecuteForEachAsync(LinkTeams, Units(UserColumns.Teams.Key, user => user.Teams, organisation.Team), cancellationToken);
    }

    /// <summary>Links users to their managers, who are all there by now.</summary>
    public async Task LinkManagersAsync(CancellationToken cancellationToken)
    {
        await ForgetAsync("UserManagers", UserColumns.Managers.Key, cancellationToken);
        var links = Changing(UserColumns.Managers.Key).SelectMany(write => write.User.Managers
            .Select(manager => UserKeys.OfEmployeeNumber(manager.EmployeeNumber)).Distinct().Select(manager => new ManagerRow(Key(write), manager)));
        await db.ExecuteForEachAsync(Link, [.. links], cancellationToken);
    }

    /// <summary>Puts the invitations into the outbox.</summary>
    public Task InviteAsync(Guid changeSet, DateTime now, CancellationToken cancellationToken) =>
        db.ExecuteForEachAsync(Invite, [.. decision.Invitations.Select(write => new KeyRow(Key(write)))], cancellationToken, changeSet, now);

    private async Task ForgetAsync(string links, string column, CancellationToken cancellationToken)
    {
        var keys = _updated.Where(write => write.Columns.Contains(column)).Select(write => new KeyRow(Key(write))).ToList();
        var sql = $"""DELETE FROM "{links}" WHERE "UserId" IN (SELECT u."Id" FROM <rows> JOIN "Users" AS u ON u."NumberKey" = r."NumberKey")""";
        await db.ExecuteAsync(sql, keys, cancellationToken);
    }

    private IEnumerable<UserWrite> Changing(string column) =>
        decision.Writes.Where(write => write.Change.Kind != ChangeKind.Invited && write.Columns.Contains(column));

    private List<UnitRow> Units(string column, Func<UserRecord, IReadOnlyList<string>> names, Func<string, int> unit) =>
        [.. Changing(column).SelectMany(write => names(write.User).Select(unit).Distinct().Select(key => new UnitRow(Key(write), key)))];

    private UserRow Row(UserWrite write)
    {
        var user = write.User;
        var moves = write.Columns.Contains(UserColumns.Company.Key) || write.Columns.Contains(UserColumns.Department.Key);
        var place = moves ? organisation.Place(user) : ((int Company, int Department)?)null;
        return new UserRow(user.EmployeeNumber, Key(write), user.FirstName, user.Prefix, user.LastName, user.Email, UserKeys.OfEmail(user.Email),
            place?.Company, place?.Department, user.CostCenter, user.Active, user.Language, user.Version);
    }

    private static string Key(UserWrite write) => UserKeys.OfEmployeeNumber(write.User.EmployeeNumber);

    private sealed record UserRow(string EmployeeNumber, string NumberKey, string FirstName, string Prefix, string LastName, string Email,
        string EmailKey, int? CompanyId, int? DepartmentId, string CostCenter, bool Active, string LanguageCode, string? Version);

    private sealed record UnitRow(string NumberKey, int Unit);

    private sealed record ManagerRow(string NumberKey, string ManagerKey);

    private sealed record KeyRow(string NumberKey);
}
