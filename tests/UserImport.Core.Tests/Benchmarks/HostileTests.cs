using System.Globalization;
using UserImport.Benchmarks.Hostile;
using UserImport.Tests.Hostile;

namespace UserImport.Tests.Benchmarks;

/// <summary>Every file of <c>hostile</c> once, small: each must end as it says.</summary>
[Collection(nameof(Alone))]
public sealed class HostileTests
{
    private const int Small = 12;

    public static TheoryData<string> Names => [.. HostileCase.All.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_file_ends_as_its_case_says(string name)
    {
        var one = HostileCase.All.Single(one => one.Name == name);
        // What exceeds a limit cannot be small.
        var size = one.Refusal is "workbook.tooLarge" ? one.Sizes[0] : Math.Min(Small, one.Sizes[0]);

        var measured = await HostileCommand.MeasureAsync(one, size);

        measured.FileMiB.Should().BeInRange(0.001, 25, "it is within the limit of a file");
        measured.AllocatedMiB.Should().BePositive();
    }

    [Fact]
    public async Task The_command_prints_a_line_a_size()
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);

        await HostileCommand.RunAsync(["--cases", "relationships,cell formats"], output);

        output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line.Trim().Length > 0).Should().HaveCount(7)
            .And.Contain(line => line.StartsWith("relationships", StringComparison.Ordinal) && line.Contains("1,000 KiB", StringComparison.Ordinal));
    }
}
