using UserImport.Columns;
using UserImport.Lists;
using UserImport.Rows;

namespace UserImport.Benchmarks.Workloads;

/// <summary>The users whom a host has before an upload.</summary>
internal static class StoredUsers
{
    private const int Fields = 10;

    /// <summary>Whether a row, counted from 0, adds a user.</summary>
    public static bool IsNew(int row) => row % 50 == 7;

    /// <summary>Whether a row, counted from 0, changes one field of its user.</summary>
    public static bool IsChanged(int row) => row % 20 == 3;

    /// <summary>Makes the users out of the rows, of whom 2 % are new and 5 % differ in one field; of those texts that many users have, each is kept once.</summary>
    /// <param name="rows">Enumerated twice.</param>
    public static IReadOnlyList<UserRecord> Before(IEnumerable<string[]> rows) =>
        Make(rows, (row, i) => IsNew(i) ? null : IsChanged(i) ? Before(row, i / 20 % Fields) : row);

    /// <summary>Makes the users to whom an upload of some rows does what is wanted.</summary>
    /// <param name="rows">The rows as they would be with known companies; enumerated twice.</param>
    /// <param name="kind">What the upload does.</param>
    public static IReadOnlyList<UserRecord> Of(IEnumerable<string[]> rows, UploadKind kind) => kind switch
    {
        UploadKind.ChangesLittle => Before(rows),
        UploadKind.ChangesEverybody => Make(rows, (row, _) => row with { CostCenter = "9999" }),
        UploadKind.AddsEverybody => [],
        _ => Make(rows, (row, _) => row),
    };

    private static List<UserRecord> Make(IEnumerable<string[]> rows, Func<UserRecord, int, UserRecord?> asStored)
    {
        var persons = new Dictionary<string, UserReference>(StringComparer.Ordinal);
        foreach (var row in rows) persons.TryAdd(row[UserColumns.Email.Index], new(row[UserColumns.EmployeeNumber.Index], row[UserColumns.Email.Index]));
        var shared = new SharedValues(persons);
        var users = new List<UserRecord>(persons.Count);
        var i = 0;
        foreach (var row in rows)
            if (asStored(shared.Read(row), i++) is { } stored)
                users.Add(stored);
        return users;
    }

    private static UserRecord Before(UserRecord user, int field) => field switch
    {
        0 => user with { FirstName = user.FirstName + "-Anne" },
        1 => user with { Prefix = user.Prefix == "van" ? "" : "van" },
        2 => user with { LastName = user.LastName + "-Smit" },
        3 => user with { Email = "oud." + user.Email },
        4 => user with { Department = "Voormalige afdeling" },
        5 => user with { CostCenter = "9999" },
        6 => user with { Active = !user.Active },
        7 => user with { Language = user.Language == "nl" ? "en" : "nl" },
        8 => user with { Teams = user.Teams.Count == 0 ? ["Voormalig team"] : [] },
        _ => user with { Managers = [] },
    };

    private sealed class SharedValues(Dictionary<string, UserReference> persons)
    {
        private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
        private readonly Dictionary<string, string[]> _lists = new(StringComparer.Ordinal);

        public UserRecord Read(string[] row) => new()
        {
            EmployeeNumber = row[0],
            FirstName = Text(row[1]),
            Prefix = Text(row[2]),
            LastName = Text(row[3]),
            Email = row[4],
            Company = Text(row[5]),
            Department = Text(row[6]),
            Functions = List(row[7]),
            CostCenter = Text(row[8]),
            Active = row[10].Length > 0,
            Language = Text(Organisation.CodeOf(row[11])),
            Teams = List(row[12]),
            Managers = [.. Entries(row[13]).Select(email => persons.GetValueOrDefault(email)).OfType<UserReference>()],
        };

        private string Text(string text) => _texts.TryGetValue(text, out var kept) ? kept : _texts[text] = text;

        private string[] List(string cell) => _lists.TryGetValue(cell, out var kept) ? kept : _lists[cell] = Entries(cell);

        private static string[] Entries(string cell) => [.. (ListCell.Split(cell) ?? []).Select(entry => entry.Text).Distinct(StringComparer.OrdinalIgnoreCase)];
    }
}
