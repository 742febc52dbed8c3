using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using UserImport.Applying;
using UserImport.Planning;

namespace UserImport.Tests.Reference;

/// <summary>
/// An upload to a small host, with the sheet visible in the test: headers in row 1, cells between bars. The required columns that a
/// sheet leaves out are added with the values that <see cref="User"/> gives, so that a test shows only what it is about.
/// </summary>
internal sealed class Story
{
    private readonly StoryUsers _users;

    private Story(IEnumerable<UserRecord> users, OrgStructure? structure = null) => _users = new StoryUsers(structure ?? Structure, users);

    public static OrgStructure Structure { get; } = new()
    {
        Companies = [new("Acme"), new("Globex"), new("Initech", IsRetired: true)],
        Departments =
        [
            new("Sales", "Acme"), new("Finance", "Acme"), new("Archive", "Acme", IsRetired: true), new("Research", "Globex"),
            new("Sales", "Globex"), new("Reception"),
        ],
        Functions = [new("Controller"), new("Director"), new("Typist", IsRetired: true), new("Head of Sales, North"), new("Nurse"), new("Nurse, Night"), new("Night")],
        Teams = [new("Red"), new("Blue"), new("Green, Yellow"), new("Fax", IsRetired: true)],
        Languages = [new("nl"), new("en"), new("de", IsRetired: true)],
    };

    /// <summary>The users as they stand.</summary>
    public StoryUsers Users => _users;

    public UserImportOptions Options { get; } = new();

    public ImportRequest Request { get; set; } = new();

    /// <summary>The host's own rules.</summary>
    public List<IRowRule> Rules { get; } = [];

    /// <summary>A host with these users.</summary>
    public static Story Of(params UserRecord[] users) => new(users);

    /// <summary>A host with these users, whose import uses an action.</summary>
    public static Story Of(ImportAction action, params UserRecord[] users) => new(users) { Request = new ImportRequest { Action = action } };

    /// <summary>A host with a structure of its own.</summary>
    public static Story In(OrgStructure structure, params UserRecord[] users) => new(users, structure);

    public static UserRecord User(string number, string? email = null) => new()
    {
        EmployeeNumber = number,
        FirstName = "Sam",
        LastName = "Poe",
        Email = email ?? $"{number}@acme.nl",
        Company = "Acme",
        Department = "Sales",
        Active = true,
        Language = "nl",
    };

    public Story With(Action<UserImportOptions> configure)
    {
        configure(Options);
        return this;
    }

    /// <summary>Checks a sheet, to which the required columns that it leaves out are added.</summary>
    public Task<ImportCheck> CheckAsync(string sheet) => CheckAsync(StoryWorkbook.Write(StorySheet.Complete(StorySheet.Parse(sheet), _users.All)));

    /// <summary>Checks a sheet exactly as it stands.</summary>
    public Task<ImportCheck> CheckExactlyAsync(string sheet) => CheckAsync(StoryWorkbook.Write(StorySheet.Parse(sheet)));

    public async Task<ImportCheck> CheckAsync(Stream workbook)
    {
        await using var services = Services();
        return await services.GetRequiredService<UserImporter>().CheckAsync(workbook, Request, null, CancellationToken.None);
    }

    public async Task<ImportResult> ApplyAsync(ImportCheck check)
    {
        await using var services = Services();
        return await services.GetRequiredService<UserImporter>().ApplyAsync(check.Changes, check.Changes.Fingerprint, null, CancellationToken.None);
    }

    /// <summary>Exports everybody into a workbook, which stands at its start.</summary>
    public async Task<MemoryStream> ExportAsync(CultureInfo? culture = null)
    {
        await using var services = Services();
        var workbook = new MemoryStream();
        await services.GetRequiredService<UserImporter>().ExportAsync(_users.All.ToAsyncEnumerable(), workbook, culture, CancellationToken.None);
        workbook.Position = 0;
        return workbook;
    }

    private ServiceProvider Services() => Services(_users, Options, Rules);

    public static ServiceProvider Services(StoryUsers users, UserImportOptions options, IEnumerable<IRowRule>? rules = null)
    {
        var services = new ServiceCollection();
        services.AddUserImport(given => Copy(options, given));
        services.AddSingleton<IUserRepository>(users).AddSingleton<IOrgStructureLookup>(users);
        foreach (var rule in rules ?? []) services.AddSingleton(rule);
        return services.BuildServiceProvider();
    }

    private static void Copy(UserImportOptions from, UserImportOptions to)
    {
        to.BlankCells = from.BlankCells;
        to.AllowInternationalEmail = from.AllowInternationalEmail;
        to.BatchSize = from.BatchSize;
        to.LookupBatchSize = from.LookupBatchSize;
        to.Limits.ListedIssues = from.Limits.ListedIssues;
        to.Brakes.Deactivations = from.Brakes.Deactivations;
        to.Brakes.Clears = from.Brakes.Clears;
        to.Brakes.Emails = from.Brakes.Emails;
        to.Brakes.Rejections = from.Brakes.Rejections;
        to.Brakes.Shifted = from.Brakes.Shifted;
        foreach (var column in from.CustomColumns) to.CustomColumns.Add(column);
        to.Fields = from.Fields;
    }
}

/// <summary>What a test asks of a check.</summary>
internal static class StoryAnswers
{
    /// <summary>Every problem, warning and notice of a row as <c>row code</c>, such as <c>2 email.taken</c>; of the file as the code alone.</summary>
    public static IEnumerable<string> Codes(this ImportCheck check) =>
        check.Issues.Select(issue => issue.Row is { } row ? string.Create(CultureInfo.InvariantCulture, $"{row} {issue.Code}") : issue.Code)
            .Where(code => code != "columns.absent");

    /// <summary>The one issue with a code.</summary>
    public static ImportIssue Issue(this ImportCheck check, string code) => check.Issues.Should().ContainSingle(issue => issue.Code == code).Which;

    /// <summary>Every change of a field as <c>row column: old -> new</c>.</summary>
    public static IEnumerable<string> Changed(this ImportCheck check) =>
        from change in check.Changes.Changes
        where change.Kind == ChangeKind.Updated
        from field in change.Fields
        select string.Create(CultureInfo.InvariantCulture, $"{change.Row} {field.Column}: {field.Old} -> {field.New}");

    /// <summary>The change of a row.</summary>
    public static UserChange ChangeOf(this ImportCheck check, int row) => check.Changes.Changes.Should().ContainSingle(change => change.Row == row).Which;

    /// <summary>The column, cell and value of an issue.</summary>
    public static (string? Column, string? Cell, string? Value) Place(this ImportIssue issue) => (issue.Column, issue.Cell, issue.Value);
}
