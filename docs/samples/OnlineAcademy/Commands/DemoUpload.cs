using System.Runtime.CompilerServices;
using OnlineAcademy.Data;
using UserImport;

namespace OnlineAcademy.Commands;

/// <summary>The upload of the demo: the export as somebody edited it, with new users and the usual mistakes.</summary>
internal static class DemoUpload
{
    public static async IAsyncEnumerable<UserRecord> MakeAsync(
        AcademyContext db, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var number = 0;
        UserRecord? first = null;
        await foreach (var user in db.StreamAsync(db.Users, cancellationToken))
        {
            first ??= user;
            yield return user.Locked is null ? Edited(number, user) : user;
            number++;
        }
        if (first is null) yield break;
        foreach (var user in NewUsers(first)) yield return user;
    }

    // The ordinary work of a month, and between it what goes wrong by hand.
    private static UserRecord Edited(int number, UserRecord user) => number switch
    {
        12 => user with { LastName = "Bakker-" + user.LastName },
        15 => user with { Department = "Finanace" },
        22 => user with { Active = !user.Active },
        25 => user with { CostCenter = "" },
        28 => user with { Email = user.Email.Replace("@", " @ ", StringComparison.Ordinal) },
        33 => user with { Teams = ["Sales, North", "First aid"] },
        36 => user with { Managers = [new UserReference("", "nobody.here@noorderveld.example")] },
        44 => user with { Company = "Noorderveld Energi" },
        52 => user with { Functions = ["Project manager", "Planner"] },
        56 => user with { LastName = "" },
        61 => user with { CostCenter = "4711" },
        66 => user with { Department = "Finanace" },
        70 => user with { Email = "new." + user.Email },
        75 => user with { Managers = [new UserReference("", user.Email)] },
        88 => user with { Language = "en" },
        95 => user with { Teams = ["Innovaton"] },
        110 => user with { Department = "Finanace" },
        _ => user,
    };

    private static IEnumerable<UserRecord> NewUsers(UserRecord boss)
    {
        var lead = New("009001", "Merel", "van der", "Zee", "merel.vanderzee@infra.noorderveld.example") with
        {
            Functions = ["Team lead"],
            Managers = [new UserReference(boss.EmployeeNumber, boss.Email)],
        };
        // Their manager is new too, and stands below them in the file.
        yield return New("009002", "Okke", "", "Dijkstra", "okke.dijkstra@infra.noorderveld.example") with { Managers = [Of(lead)] };
        yield return New("009003", "Şeyma", "", "Kaya", "seyma.kaya@infra.noorderveld.example") with { Managers = [Of(lead)] };
        yield return lead;
        yield return New("009004", "Tess", "", "Mol", "tess.mol@infra.noorderveld.example") with { Department = "Wind & Solar" };
        yield return New("009005", "Wim", "", "Mol", "wim.mol@infra.noorderveld.example");
        yield return New("009006", "Willem", "", "Mol", "wim.mol@infra.noorderveld.example");
    }

    private static UserReference Of(UserRecord user) => new(user.EmployeeNumber, user.Email);

    private static UserRecord New(string number, string first, string prefix, string last, string email) => new()
    {
        EmployeeNumber = number,
        FirstName = first,
        Prefix = prefix,
        LastName = last,
        Email = email,
        Company = "Noorderveld Infra",
        Department = "Planning",
        Language = "nl",
        Active = true,
    };
}
