using System.Diagnostics;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using UserImport.Tests;
using Xunit.v3;

[assembly: SkipInInvariantMode]

namespace UserImport.Tests;

/// <summary>
/// Globalization-invariant mode, the default of Alpine images: a host in it stops at its start (docs/decisions/globalization.md).
/// </summary>
public class InvariantModeTests
{
    private const string Switch = "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT";

    /// <summary>Without Unicode data a decomposed letter stays as it is.</summary>
    public static bool IsOn { get; } = "e\u0301".Normalize() != "\u00e9";

    [Fact]
    public async Task A_host_in_invariant_mode_stops_at_its_start_and_says_why()
    {
        if (!IsOn)
        {
            await RunThisTestInInvariantMode();
            return;
        }
        using var provider = new ServiceCollection().AddUserImport().Services.BuildServiceProvider();

        var start = () => provider.GetRequiredService<IStartupValidator>().Validate();

        start.Should().Throw<OptionsValidationException>().WithMessage("*globalization-invariant mode*" + Switch + "*ICU*");
    }

    [Fact]
    public void Every_other_host_starts()
    {
        using var provider = new ServiceCollection().AddUserImport().Services.BuildServiceProvider();

        var start = () => provider.GetRequiredService<IStartupValidator>().Validate();

        start.Should().NotThrow();
    }

    private static async Task RunThisTestInInvariantMode()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(typeof(InvariantModeTests).Assembly.Location);
        start.ArgumentList.Add("--filter-class");
        start.ArgumentList.Add(typeof(InvariantModeTests).FullName!);
        start.Environment[Switch] = "1";
        using var child = Process.Start(start)!;
        var output = await child.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await child.WaitForExitAsync(TestContext.Current.CancellationToken);
        output.Should().Contain("succeeded: 1").And.Contain("skipped: 1");
        child.ExitCode.Should().Be(0);
    }
}

/// <summary>The whole suite can be run in invariant mode: every test but the one that is about it says that it is skipped.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class SkipInInvariantModeAttribute : BeforeAfterTestAttribute
{
    /// <inheritdoc/>
    public override void Before(MethodInfo methodUnderTest, IXunitTest test)
    {
        Assert.SkipWhen(InvariantModeTests.IsOn && methodUnderTest.Name != nameof(InvariantModeTests.A_host_in_invariant_mode_stops_at_its_start_and_says_why),
            "A host does not start in globalization-invariant mode.");
    }
}
