using System.Globalization;
using System.Text;

namespace OnlineAcademy.Seeding;

/// <summary>One user of the sample, with the keys of everything they belong to.</summary>
internal sealed record SampleUser(
    int Id, string Number, string FirstName, string Prefix, string LastName, string Email, int Company, int Department,
    string CostCenter, bool Active, string Language, string? Locked, int[] Functions, int[] Teams, int[] Managers);

/// <summary>Makes the sample's users: the same ones every time, however many are asked for.</summary>
internal static class SampleUsers
{
    public const int DefaultCount = 204;

    private const int PeopleOfOneManager = 7;

    /// <summary>Returns the users one by one; a manager always comes before their people.</summary>
    public static IEnumerable<SampleUser> Make(int count)
    {
        var addresses = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < count; i++) yield return MakeOne(i, count, addresses);
    }

    private static SampleUser MakeOne(int i, int count, HashSet<string> addresses)
    {
        var random = new Xorshift(i);
        var company = i == 0 ? 0 : random.Next(4);
        var (firstDepartment, departments) = SampleOrganisation.DepartmentKeys(company);
        var department = i == 0 ? firstDepartment : firstDepartment + random.Next(departments);
        var first = SampleNames.First[random.Next(SampleNames.First.Length)];
        var (prefix, last) = SampleNames.Last[random.Next(SampleNames.Last.Length)];
        var isManager = (long)i * PeopleOfOneManager + 1 < count;
        var functions = new List<int> { i == 0 ? 1 : isManager ? 2 : 3 + random.Next(SampleOrganisation.Functions.Length - 2) };
        if (random.Next(6) == 0) functions.Add(SampleOrganisation.Functions.Length);
        var teams = new List<int>();
        if (random.Next(3) != 0) teams.Add(1 + random.Next(SampleOrganisation.Teams.Length));
        if (random.Next(5) == 0) teams.Add(1 + random.Next(SampleOrganisation.Teams.Length));
        var language = random.Next(8) switch { 0 => "en", 1 => "de", 2 => "fr", _ => "nl" };

        // A few users who still have what is retired, and one in a department of another company.
        if (i % 50 == 19) department = SampleOrganisation.RetiredDepartmentKey;
        if (i % 50 == 19) company = 1;
        if (i % 50 == 23) functions.Add(SampleOrganisation.Functions.Length + 1);
        if (i % 50 == 29) teams.Add(SampleOrganisation.Teams.Length + 1);
        if (i % 50 == 31) language = SampleOrganisation.RetiredLanguage;
        if (i % 50 == 37) (company, department) = (4, SampleOrganisation.DepartmentKeys(4).First);
        if (i % 50 == 41) department = SampleOrganisation.RetiredDepartmentKey + 1;
        if (i == 43) (company, department) = (3, SampleOrganisation.DepartmentKeys(0).First + 4);

        return new SampleUser(i + 1, Number(i), first, prefix, last,
            Address(first, prefix, last, SampleOrganisation.Domains[company], addresses), company + 1, department,
            random.Next(5) == 0 ? "" : $"{4000 + (company * 100) + random.Next(40)}",
            isManager || random.Next(14) != 0, language, Locked(i), [.. functions.Distinct()], [.. teams.Distinct()], Managers(i, random));
    }

    // Mostly six digits with leading zeros, now and then the letters of a company that was taken over.
    private static string Number(int i) => i % 20 == 13
        ? string.Create(CultureInfo.InvariantCulture, $"VZ-{i + 1:D5}")
        : string.Create(CultureInfo.InvariantCulture, $"{(i + 1) * 7 % 10_000_019:D6}");

    private static string? Locked(int i) => i switch
    {
        0 => "an administrator of the academy",
        _ when i % 60 == 17 => "managed by the payroll system",
        _ when i % 60 == 47 => "outside your scope",
        _ => null,
    };

    private static int[] Managers(int i, Xorshift random)
    {
        if (i == 0) return [];
        var first = (i - 1) / PeopleOfOneManager;
        var second = random.Next(9) == 0 && first > 0 ? random.Next(first) : first;
        return second == first ? [first + 1] : [first + 1, second + 1];
    }

    private static string Address(string first, string prefix, string last, string domain, HashSet<string> taken)
    {
        var name = $"{Plain(first)}.{Plain(prefix)}{Plain(last)}";
        var address = $"{name}@{domain}";
        for (var next = 2; !taken.Add(address); next++)
        {
            // Of many namesakes, a search one by one would take the square of their number.
            if (next > 9) next += taken.Count;
            address = string.Create(CultureInfo.InvariantCulture, $"{name}{next}@{domain}");
        }
        return address;
    }

    private static string Plain(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var c in name.Normalize(NormalizationForm.FormD))
        {
            var letter = char.ToLowerInvariant(c) switch { 'ø' => 'o', 'ı' => 'i', 'ł' => 'l', var other => other };
            if (char.IsAsciiLetter(letter) || letter == '-') plain.Append(letter);
        }
        return plain.ToString();
    }

    /// <summary>Random numbers that are the same on every machine and in every version of .NET.</summary>
    private sealed class Xorshift(int seed)
    {
        private uint _state = ((uint)seed * 2_654_435_761u) ^ 0x9E37_79B9u | 1u;

        public int Next(int below)
        {
            _state ^= _state << 13;
            _state ^= _state >> 17;
            _state ^= _state << 5;
            return (int)((_state >> 8) % (uint)below);
        }
    }
}
