using UserImport.Conformance;
using UserImport.Tests.Applying;

namespace UserImport.Tests.Conformance;

/// <summary>Each repository that is broken on purpose fails the case that names its fault.</summary>
public class BrokenUsersTests
{
    public static TheoryData<Type, string> Faults => new()
    {
        { typeof(BrokenUsers.FindsNumbersInOneCaseOnly), "A number is found whatever the case of its ASCII letters, and keeps its spelling" },
        { typeof(BrokenUsers.FindsEmailsAsTyped), "An email is found by its canonical key, and keeps its spelling" },
        { typeof(BrokenUsers.FindsTheFirstOnly), "Every user with one of the numbers is found, each once" },
        { typeof(BrokenUsers.FindsUsersTwice), "Every user with one of the emails is found, each once" },
        { typeof(BrokenUsers.AsksWithTooManyParameters), "A lookup of thousands of keys at once is answered" },
        { typeof(BrokenUsers.FoldsAllLetters), "Numbers that differ only in letters outside ASCII are two users" },
        { typeof(BrokenUsers.RewritesTheNumber), "A number is found whatever the case of its ASCII letters, and keeps its spelling" },
        { typeof(BrokenUsers.AsksForNothingBadly), "A lookup of nothing is answered" },
        { typeof(BrokenUsers.LosesThePrefix), "A user is read back with every value that was written" },
        { typeof(BrokenUsers.WritesBackwards), "An address is handed over to a new user" },
        { typeof(BrokenUsers.WritesBackwards), "Addresses move along a chain of users" },
        { typeof(BrokenUsers.WritesSmallBatchesOnly), "A batch of two thousand users is applied" },
        { typeof(BrokenUsers.TrimsZeros), "Text stays as it is, character by character" },
        { typeof(BrokenUsers.LosesCase), "A change of case alone is stored" },
        { typeof(BrokenUsers.NeverClearsTeams), "An update clears lists and optional text, and can deactivate" },
        { typeof(BrokenUsers.ForgetsManagersOnUpdate), "An update leaves the columns alone that it does not name" },
        { typeof(BrokenUsers.KeepsTheVersion), "A version token changes whenever a value changes, or there is none" },
        { typeof(BrokenUsers.KeepsTheFirstHalf), "A batch that breaks off leaves nothing behind and can be applied afterwards" },
        { typeof(BrokenUsers.KeepsNoRecord), "A batch that was committed is answered from the record, with the outcomes and reasons of the first time" },
        { typeof(BrokenUsers.KeepsNoRecord), "Two that apply the same batch at the same time apply it once" },
        { typeof(BrokenUsers.KeepsNoRecord), "What happened since a batch was committed is not overwritten by applying it again" },
        { typeof(BrokenUsers.RecordsNoReasons), "A batch that was committed is answered from the record, with the outcomes and reasons of the first time" },
        { typeof(BrokenUsers.RecordsSuccessOnly), "A batch that was committed is answered from the record, with the outcomes and reasons of the first time" },
        { typeof(BrokenUsers.RecordsChangeSetsOnly), "Batches are told apart by change set and by number" },
        { typeof(BrokenUsers.RecordsNumbersOnly), "Batches are told apart by change set and by number" },
        { typeof(BrokenUsers.IgnoresCancellation), "A cancelled call writes nothing" },
        { typeof(BrokenUsers.DecidesNothing), "A user who was changed since the check is not overwritten, and the rest goes on" },
        { typeof(BrokenUsers.DecidesNothing), "A user who is gone is not added again by an update" },
        { typeof(BrokenUsers.DecidesNothing), "A number that somebody has by now is not added again, in any case of its letters" },
        { typeof(BrokenUsers.DecidesNothing), "A user who stands as planned is already applied" },
        { typeof(BrokenUsers.DecidesNothing), "An address that somebody took since the check fails the change" },
        { typeof(BrokenUsers.DecidesNothing), "What needs a change that is not applied is not written" },
        { typeof(BrokenUsers.DecidesNothing), "What needs a change of an earlier batch that was not applied is not written" },
        { typeof(BrokenUsers.DecidesNothing), "A swap with a user who was changed since happens not at all" },
        { typeof(BrokenUsers.DecidesNothing), "A manager who does not exist fails the change and nothing else" },
        { typeof(BrokenUsers.LosesOwnColumns), "The host's own columns are stored, changed and cleared" },
        { typeof(BrokenUsers.NeverClearsOwnColumns), "The host's own columns are stored, changed and cleared" },
        { typeof(BrokenUsers.LeavesLockedUsersOut), "A locked user is found by number and by email, with the reason" },
        { typeof(BrokenUsers.LeavesLockedUsersOutByEmail), "A locked user is found by number and by email, with the reason" },
        { typeof(BrokenUsers.SaysNobodyIsLocked), "A locked user is found by number and by email, with the reason" },
        { typeof(BrokenUsers.LoadsNobodyAsLocked), "A user who was locked since the check is left as they are" },
        { typeof(BrokenUsers.ParksNoAddress), "Two users swap their addresses" },
        { typeof(BrokenUsers.ParksNoAddress), "Three users rotate their addresses" },
        { typeof(BrokenUsers.LinksTooEarly), "New users who manage each other are added in one batch" },
        { typeof(BrokenUsers.LinksNobody), "A user and their manager are added in one batch" },
        { typeof(BrokenUsers.LinksNobody), "An update replaces the managers" },
        { typeof(BrokenUsers.LinksByAddress), "A manager is linked by number, whatever its case and whatever the address beside it" },
        { typeof(BrokenUsers.RemembersOldAddressesOfManagers), "A manager is read with the address they have now" },
        { typeof(BrokenUsers.InvitesAgain), "Whoever is to be invited is invited once, and nobody else" },
        { typeof(BrokenUsers.InvitesWhoeverWasPlanned), "Nobody is invited by a change that is not applied" },
        { typeof(BrokenUsers.WritesInvitedUsers), "An invitation alone leaves the user as they are" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_repository_that_is_broken_on_purpose_fails_the_case_that_names_its_fault(Type broken, string name)
    {
        var users = (InMemoryUsers)Activator.CreateInstance(broken)!;

        var running = () => RunAsync(users, Organisation.Sound, name);

        (await running.Should().ThrowAsync<Exception>()).Which.Should().Match<Exception>(fault =>
            fault is ConformanceException || fault is ConstraintException || fault is InvalidOperationException);
    }

    [Fact]
    public void For_every_case_about_users_there_is_a_repository_that_fails_it() =>
        ConformanceSuite.UserRepository.Select(one => one.Name).Except(Faults.Select(fault => fault.Data.Item2)).Should().BeEmpty();

    public static TheoryData<string, OrgStructure> Structures => new()
    {
        { "Everything in the structure has a name, and no list is missing", Structure(noTeams: true) },
        { "Everything in the structure has a name, and no list is missing", Structure(departments: [new(" ")]) },
        { "No two names of a list are one name by the rules of comparison", Structure(functions: [new("Head nurse"), new("head  Nurse ")]) },
        { "Every department belongs to a company of the structure, or to all", Structure(departments: [new("Care", "Zorg")]) },
        { "There is a company, a department and a language to assign", Structure(languages: [new("nl", IsRetired: true)]) },
    };

    [Theory]
    [MemberData(nameof(Structures))]
    public async Task A_structure_that_is_broken_on_purpose_fails_the_case_that_names_its_fault(string name, OrgStructure broken)
    {
        var running = () => RunAsync(new InMemoryUsers(), broken, name);

        (await running.Should().ThrowAsync<ConformanceException>()).Which.Case.Name.Should().Be(name);
    }

    private static OrgStructure Structure(OrgDepartment[]? departments = null, OrgUnit[]? functions = null,
        OrgLanguage[]? languages = null, bool noTeams = false) => new()
        {
            Companies = Organisation.Sound.Companies,
            Departments = departments ?? Organisation.Sound.Departments,
            Functions = functions ?? Organisation.Sound.Functions,
            Teams = noTeams ? null! : Organisation.Sound.Teams,
            Languages = languages ?? Organisation.Sound.Languages,
        };

    private static Task RunAsync(InMemoryUsers users, OrgStructure structure, string name) =>
        ConformanceSuite.RunAsync(name, Organisation.Host(users, structure), TestContext.Current.CancellationToken);
}
