using Microsoft.Extensions.DependencyInjection;
using UserImport.Conformance;

namespace UserImport.Tests.Conformance;

public class ConformanceTests
{
    public static TheoryData<string> Cases => new(ConformanceSuite.All.Select(one => one.Name));

    [Theory]
    [MemberData(nameof(Cases))]
    public Task The_repository_in_memory_conforms(string name) =>
        ConformanceSuite.RunAsync(name, Organisation.Host(new InMemoryUsers()), TestContext.Current.CancellationToken);

    [Fact]
    public void Every_case_has_a_name_of_its_own_and_a_rule()
    {
        ConformanceSuite.All.Select(one => one.Name).Should().OnlyHaveUniqueItems();
        ConformanceSuite.All.Should().OnlyContain(one => one.Rule.Length >= 2 && one.ToString() == one.Name);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_host_without_columns_of_its_own_and_without_locked_users_conforms(string name)
    {
        var users = new InMemoryUsers();
        await using var services = new ServiceCollection()
            .AddSingleton<IUserRepository>(users).AddSingleton<IOrgStructureLookup>(new Organisation()).BuildServiceProvider();
        var host = new ConformanceHost(services, (_, number, _) => Task.FromResult(users.Outbox.Count(sent => sent.EmployeeNumber == number)));

        await ConformanceSuite.RunAsync(name, host, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_case_that_does_not_exist_is_refused()
    {
        var running = () => ConformanceSuite.RunAsync("Nothing", new ConformanceHost(new ServiceCollection().BuildServiceProvider(), (_, _, _) => Task.FromResult(0)));

        await running.Should().ThrowAsync<ArgumentException>();
    }
}
