using UserImport.Columns;

namespace UserImport.Tests.Reference;

/// <summary>
/// A second opinion on every row (sections 3 to 5 of the rule book), slow and simple: it recomputes the whole final state in every
/// round and shares nothing with the library but the data of the ports.
/// </summary>
internal sealed partial class ReferenceJudge(
    IReadOnlyList<UserRecord> stored, OrgStructure structure, UserImportOptions options, ImportAction action)
{
    public IReadOnlyList<UserRecord> Stored { get; } = stored;

    public OrgStructure Structure { get; } = structure;

    public UserImportOptions Options { get; } = options;

    public ImportAction Action { get; } = action;

    public Judgement Judge(GivenFile file)
    {
        var rows = file.Rows.Select(given => new RowReading(this, file, given)).ToList();
        FindDuplicates(rows);
        FindClashes(rows);
        var accepted = rows.Where(row => !row.IsDuplicate && row.Errors.Count == 0).ToList();
        while (true)
        {
            var rejected = rows.Except(accepted).Where(row => !row.IsDuplicate).ToList();
            var state = new World(this, accepted, rejected);
            var failed = accepted.Where(row => state.FailsEmailOrManagers(row)).ToList();
            if (failed.Count == 0) failed = accepted.Where(row => state.FailsCircles(row)).ToList();
            if (failed.Count == 0) return new Verdicts(rows, accepted, state).Judgement();
            accepted = accepted.Except(failed).ToList();
        }
    }

    // F1: of identical rows in a group, each further one is a duplicate.
    private static void FindDuplicates(List<RowReading> rows)
    {
        for (var later = 0; later < rows.Count; later++)
            for (var earlier = 0; earlier < later; earlier++)
                if ((SameUser(rows[earlier], rows[later]) || SameEmail(rows[earlier], rows[later])) && Different(rows[earlier], rows[later]).Count == 0)
                    rows[later].IsDuplicate = true;
    }

    // F1: rows that stay in a group and differ.
    private static void FindClashes(List<RowReading> rows)
    {
        foreach (var one in rows)
            foreach (var other in rows)
            {
                if (one == other || one.IsDuplicate || other.IsDuplicate) continue;
                if (SameUser(one, other)) one.Errors.Add("employeeNumber.duplicate");
                if (SameEmail(one, other)) one.Errors.Add("email.duplicate");
            }
    }

    private static bool SameUser(RowReading one, RowReading other) =>
        one.Existing is not null || other.Existing is not null
            ? one.Existing == other.Existing
            : one.NumberKey is not null && one.NumberKey == other.NumberKey;

    private static bool SameEmail(RowReading one, RowReading other) => one.EmailKey is not null && one.EmailKey == other.EmailKey;

    private static List<string> Different(RowReading one, RowReading other) =>
        one.Tokens.Keys.Where(column => one.Tokens[column] != other.Tokens.GetValueOrDefault(column)).ToList();

    /// <summary>The columns in which two states of a user differ, managers aside (M3, M7).</summary>
    public static HashSet<string> ChangedColumns(UserRecord before, UserRecord after)
    {
        var changed = new HashSet<string>();
        foreach (var column in new[] { "FirstName", "Prefix", "LastName", "CostCenter" })
            if (TextOf(before, column) != TextOf(after, column)) changed.Add(column);
        if (before.Email != after.Email) changed.Add("Email");
        if (ListReading.Fold(before.Company) != ListReading.Fold(after.Company)) changed.Add("Company");
        if (ListReading.Fold(before.Department) != ListReading.Fold(after.Department)) changed.Add("Department");
        if (ListReading.Fold(before.Language) != ListReading.Fold(after.Language)) changed.Add("Language");
        if (before.Active != after.Active) changed.Add("Active");
        if (!Names(before.Functions).SetEquals(Names(after.Functions))) changed.Add("Functions");
        if (!Names(before.Teams).SetEquals(Names(after.Teams))) changed.Add("Teams");
        return changed;
    }

    private static HashSet<string> Names(IEnumerable<string> names) => names.Select(ListReading.Fold).ToHashSet();

    public static string TextOf(UserRecord user, string column) => column switch
    {
        "FirstName" => user.FirstName,
        "Prefix" => user.Prefix,
        "LastName" => user.LastName,
        _ => user.CostCenter,
    };

    public static UserRecord WithText(UserRecord user, string column, string text) => column switch
    {
        "FirstName" => user with { FirstName = text },
        "Prefix" => user with { Prefix = text },
        "LastName" => user with { LastName = text },
        _ => user with { CostCenter = text },
    };

    public static string AsciiLower(string text) =>
        string.Concat(text.Select(letter => letter is >= 'A' and <= 'Z' ? (char)(letter + 32) : letter));

    /// <summary>The languages of the generated worlds: code, own name, English and Dutch name (M8).</summary>
    public static string[][] LanguageNames { get; } =
    [
        ["nl", "Nederlands", "Dutch", "Nederlands"],
        ["en", "English", "English", "Engels"],
        ["de", "Deutsch", "German", "Duits"],
        ["fr", "Français", "French", "Frans"],
    ];
}
