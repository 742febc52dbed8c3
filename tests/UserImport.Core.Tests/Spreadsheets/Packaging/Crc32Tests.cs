using UserImport.Spreadsheets.Packaging;

namespace UserImport.Tests.Spreadsheets.Packaging;

public sealed class Crc32Tests
{
    [Fact]
    public void The_checksum_of_nine_digits_is_the_one_of_the_standard() =>
        Crc32.Append(0, "123456789"u8).Should().Be(0xCBF43926);

    [Fact]
    public void Every_length_gives_the_checksum_that_is_reckoned_byte_by_byte()
    {
        var bytes = new byte[700];
        new Random(4711).NextBytes(bytes);
        for (var length = 0; length <= bytes.Length; length++)
            Crc32.Append(0, bytes.AsSpan(0, length)).Should().Be(RawEntry.Crc32Of(bytes.AsSpan(0, length)), $"of {length} bytes");
    }

    [Fact]
    public void A_checksum_may_be_reckoned_in_pieces()
    {
        var bytes = new byte[5_000];
        var random = new Random(12);
        random.NextBytes(bytes);
        var expected = RawEntry.Crc32Of(bytes);
        for (var round = 0; round < 200; round++)
        {
            uint crc = 0;
            for (var at = 0; at < bytes.Length;)
            {
                var piece = Math.Min(random.Next(1, 900), bytes.Length - at);
                crc = Crc32.Append(crc, bytes.AsSpan(at, piece));
                at += piece;
            }
            crc.Should().Be(expected);
        }
    }

    [Fact]
    public void Bytes_that_are_all_alike_are_summed_as_well()
    {
        foreach (var value in new byte[] { 0, 0xFF })
        {
            var bytes = new byte[1_000];
            bytes.AsSpan().Fill(value);
            Crc32.Append(0, bytes).Should().Be(RawEntry.Crc32Of(bytes));
        }
    }

    [Fact]
    public void A_processor_without_wide_registers_gets_the_same_checksum()
    {
        Assert.SkipUnless(Crc32Folding.IsSupported, "this processor multiplies no polynomials");
        var bytes = new byte[1_600];
        new Random(5).NextBytes(bytes);
        for (var length = Crc32Folding.MinimumBytes; length <= bytes.Length; length += 16)
            (~Crc32Folding.Append(uint.MaxValue, bytes.AsSpan(0, length), isWide: false))
                .Should().Be(RawEntry.Crc32Of(bytes.AsSpan(0, length)), $"of {length} bytes");
    }
}
