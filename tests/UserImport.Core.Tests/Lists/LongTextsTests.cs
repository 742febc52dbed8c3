using UserImport.Lists;
using UserImport.Rows;

namespace UserImport.Tests.Lists;

public class LongTextsTests
{
    [Fact]
    public void A_long_text_is_kept_once_and_a_shorter_one_is_not_kept()
    {
        var texts = new LongTexts();
        var first = texts.Keep(Entries(LongTexts.FromLength));
        var shorter = texts.Keep(Entries(LongTexts.FromLength - 1));

        texts.Keep(Entries(LongTexts.FromLength)).Should().BeSameAs(first);
        texts.Keep(Entries(LongTexts.FromLength - 1)).Should().Be(shorter).And.NotBeSameAs(shorter);
        texts.Keep(Entries(LongTexts.FromLength + 1)).Should().Be(Entries(LongTexts.FromLength + 1));
    }

    [Fact]
    public void A_long_list_is_split_once_and_a_shorter_one_anew()
    {
        var texts = new LongTexts();
        var first = texts.Split(Entries(LongTexts.FromLength));
        var shorter = texts.Split(Entries(LongTexts.FromLength - 1));

        texts.Split(Entries(LongTexts.FromLength)).Should().BeSameAs(first);
        texts.Split(Entries(LongTexts.FromLength - 1)).Should().NotBeSameAs(shorter);
        first!.Select(entry => entry.Text).Should().Equal(Entries(LongTexts.FromLength).Split(','));
        shorter!.Select(entry => entry.Text).Should().Equal(Entries(LongTexts.FromLength - 1).Split(','));
    }

    [Fact]
    public void Of_many_long_lists_only_a_few_stay_split()
    {
        var texts = new LongTexts();
        var first = texts.Split(Entries(2_000));
        for (var length = 2_001; length <= 2_016; length++) texts.Split(Entries(length));

        texts.Split(Entries(2_000)).Should().NotBeSameAs(first).And.BeEquivalentTo(first);
    }

    [Fact]
    public void A_long_list_that_cannot_be_split_says_so_every_time()
    {
        var texts = new LongTexts();
        var open = "\"" + Entries(LongTexts.FromLength);

        texts.Split(open).Should().BeNull();
        texts.Split(open).Should().BeNull();
    }

    private static string Entries(int length) => string.Create(length, 0, static (text, _) =>
    {
        for (var i = 0; i < text.Length; i++) text[i] = i % 8 == 7 && i < text.Length - 1 ? ',' : (char)('a' + i % 8);
    });
}
