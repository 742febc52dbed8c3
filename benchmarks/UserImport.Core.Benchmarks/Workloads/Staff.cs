using System.Globalization;
using System.Text;
using UserImport.Planning.People;

namespace UserImport.Benchmarks.Workloads;

/// <summary>The rows of an upload: an invented staff, the same on every machine, fourteen cells a row in the template's order.</summary>
internal sealed class Staff(int count)
{
    public const int Columns = 14;

    private const int PeopleOfOneManager = 7;
    private const int Teams = 400;

    public int Count { get; } = count;

    /// <summary>The rows, made anew at every enumeration: two enumerations share no text that is one person's own.</summary>
    public IEnumerable<string[]> Rows()
    {
        for (var i = 0; i < Count; i++) yield return Row(i);
    }

    private string[] Row(int i)
    {
        var random = new Xorshift(i);
        var person = new Person(i);
        var functions = Pick(Names.Functions, ref random);
        if (random.Next(6) == 0) functions += ", BHV";
        return
        [
            Invariant($"{i + 1:D7}"),
            person.First,
            person.Prefix,
            person.Last,
            person.Email,
            Names.Companies[person.Company].Name,
            Pick(Names.Departments, ref random),
            functions,
            random.Next(5) == 0 ? "" : Invariant($"{4000 + person.Company * 100 + random.Next(60)}"),
            StoredUsers.IsNew(i) ? "x" : "",
            IsManager(i) || random.Next(14) != 0 ? "x" : "",
            Pick(Names.Languages, ref random),
            random.Next(4) switch { 0 => "", 1 => $"{Team(ref random)}, Klankbordgroep", _ => Team(ref random) },
            Managers(i, ref random),
        ];
    }

    private bool IsManager(int i) => (long)i * PeopleOfOneManager + 1 < Count;

    private static string Managers(int i, ref Xorshift random)
    {
        if (i == 0) return "";
        var first = Stored((i - 1) / PeopleOfOneManager);
        var second = random.Next(9) == 0 ? Stored(random.Next(first + 1)) : first;
        return second == first ? new Person(first).Email : $"{new Person(first).Email}, {new Person(second).Email}";
    }

    // Whom the upload adds manages nobody yet.
    private static int Stored(int manager) => StoredUsers.IsNew(manager) ? manager - 1 : manager;

    private static string Team(ref Xorshift random) => Invariant($"Team {1 + random.Next(Teams)}");

    private static string Pick(string[] values, ref Xorshift random) => values[random.Next(values.Length)];

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private readonly record struct Person
    {
        public Person(int i)
        {
            var random = new Xorshift(~i);
            First = Pick(Names.First, ref random);
            (Prefix, Last) = Names.Last[random.Next(Names.Last.Length)];
            Company = random.Next(Names.Companies.Length);
            Email = string.Create(CultureInfo.InvariantCulture, $"{Plain(First)}.{Plain(Last)}{i + 1}@{Names.Companies[Company].Domain}");
        }

        public string First { get; }

        public string Prefix { get; }

        public string Last { get; }

        public int Company { get; }

        public string Email { get; }

        private static string Plain(string name)
        {
            var plain = new StringBuilder(name.Length);
            foreach (var c in name.Normalize(NormalizationForm.FormD))
                if (char.IsAsciiLetter(c))
                    plain.Append(char.ToLowerInvariant(c));
            return plain.ToString();
        }
    }
}
