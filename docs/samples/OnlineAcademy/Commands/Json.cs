using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using UserImport;
using UserImport.Applying;
using UserImport.Planning;

namespace OnlineAcademy.Commands;

/// <summary>The JSON that commands print; its keys are settled, scripts outside this repository read them.</summary>
internal static class Json
{
    public static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static object Of(ImportCheck check) => new
    {
        rows = new
        {
            read = check.Rows.Read,
            added = check.Rows.Added,
            updated = check.Rows.Updated,
            unchanged = check.Rows.Unchanged,
            rejected = check.Rows.Rejected,
            duplicates = check.Rows.Duplicates,
        },
        counts = new
        {
            deactivated = check.Counts.Deactivated,
            reactivated = check.Counts.Reactivated,
            emailChanged = check.Counts.EmailChanged,
            cleared = check.Counts.Cleared,
            keptAbsent = check.Counts.KeptAbsent,
            invitations = check.Counts.Invitations,
            invitationsWithheld = check.Counts.InvitationsWithheld,
            warnings = check.Counts.Warnings,
            notices = check.Counts.Notices,
        },
        issues = (check.Refusal is { } refusal ? [refusal] : check.Issues).Select(issue => new
        {
            code = issue.Code,
            severity = Small(issue.Severity),
            row = issue.Row,
            column = issue.Column,
            cell = issue.Cell,
            value = issue.Value,
            message = issue.Message,
            suggestion = issue.Suggestion,
        }),
        groups = check.Groups.Select(group => new
        {
            code = group.Code,
            column = group.Column,
            value = group.Value,
            rows = group.Rows,
            suggestion = group.Suggestion,
            message = group.Message,
        }),
        brakes = check.Changes.Brakes.Select(brake => new
        {
            code = brake.Code,
            count = brake.Count,
            of = brake.Of,
            limitPercent = brake.LimitPercent,
        }),
        changes = check.Changes.Changes.Select(change => new
        {
            row = change.Row,
            kind = Small(change.Kind),
            employeeNumber = change.After.EmployeeNumber,
            fields = change.Fields.Select(field => new { column = field.Column, old = field.Old, @new = field.New }),
            invitation = change.SendInvitation,
        }),
    };

    public static object Of(ImportResult result, ChangeSet changes) => new
    {
        applied = result.Applied,
        alreadyApplied = result.AlreadyApplied,
        changedSince = result.ChangedSince,
        failed = result.Failed,
        notAttempted = result.NotAttempted,
        outcomes = result.Outcomes.Where(outcome => outcome.Kind != ChangeOutcomeKind.Applied).Select(outcome => new
        {
            employeeNumber = changes.Changes[outcome.Change].After.EmployeeNumber,
            outcome = Small(outcome.Kind),
            reason = outcome.Reason,
        }),
    };

    /// <summary>The outcome of a file that was refused as a whole.</summary>
    public static object Nothing { get; } =
        new { applied = 0, alreadyApplied = 0, changedSince = 0, failed = 0, notAttempted = 0, outcomes = Array.Empty<object>() };

    public static JsonObject Of(UserRecord user) => new()
    {
        ["EmployeeNumber"] = user.EmployeeNumber,
        ["FirstName"] = user.FirstName,
        ["Prefix"] = user.Prefix,
        ["LastName"] = user.LastName,
        ["Email"] = user.Email,
        ["Company"] = user.Company,
        ["Department"] = user.Department,
        ["Functions"] = List(user.Functions),
        ["CostCenter"] = user.CostCenter,
        ["Active"] = user.Active,
        ["Language"] = user.Language,
        ["Teams"] = List(user.Teams),
        ["Managers"] = List(user.Managers.Select(manager => manager.Email)),
    };

    private static JsonArray List(IEnumerable<string> texts) => [.. texts.Select(text => (JsonNode)text)];

    private static string Small<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
