using UserImport.Tests.Reference;

namespace UserImport.Tests.Planning;

public class ImportCheckTests
{
    [Theory]
    [InlineData("Employee number | Prefix\n1 | van", true)]
    [InlineData("Employee number | Prefix\n1 |", false)]
    [InlineData("Employee number | Company\n1 | Nope", false)]
    [InlineData("Employee number | Employee number\n1 | 1", false)]
    public async Task A_check_can_be_applied_if_the_file_is_read_and_there_is_something_to_change(string sheet, bool canApply)
    {
        (await Story.Of(Story.User("1")).CheckAsync(sheet)).CanApply.Should().Be(canApply);
    }
}
