using FsCheck;
using FsCheck.Fluent;
using UserImport.Planning;
using UserImport.Planning.Settling;

namespace UserImport.Tests.Planning.Settling;

/// <summary>What a settled row leaves behind is read as it was written, whatever its length and wherever a segment ends.</summary>
public class SettledLogTests
{
    private const ulong EmailBits = (1UL << 48) - 1;

    [Fact]
    public void Rows_are_read_as_they_were_added()
    {
        Prop.ForAll(Gen.ArrayOf(Row()).ToArbitrary(), rows => ShouldBeReadAgain(rows)).Check(Config.QuickThrowOnFailure.WithMaxTest(200).WithQuietOnSuccess(true));
    }

    [Fact]
    public void So_are_many_rows_and_rows_longer_than_a_segment() =>
        ShouldBeReadAgain([.. Enumerable.Range(1, 40_000).Select(i => new Left(i, i % 2 == 0 ? i : 1_048_576, i % 10_000 == 0 ? 300_000 : i % 50, (ulong)i << 46, ~(ulong)i, i % 9_000 == 0 ? 70_000 : i % 3))]);

    private static void ShouldBeReadAgain(Left[] rows)
    {
        var log = new SettledLog();
        foreach (var row in rows)
        {
            var managers = log.Add(row.Ordinal, row.RowNumber, Bytes(row.Length, row.Ordinal), row.Email, row.Content, row.Managers);
            Bytes(managers.Length, row.RowNumber).CopyTo(managers);
        }

        log.Count.Should().Be(rows.Length);
        var reader = log.Read();
        foreach (var row in rows)
        {
            reader.Next().Should().BeTrue();
            (reader.Ordinal, reader.RowNumber, reader.EmailHash, reader.ContentHash).Should().Be((row.Ordinal, row.RowNumber, row.Email & EmailBits, row.Content));
            reader.Number.SequenceEqual(Bytes(row.Length, row.Ordinal)).Should().BeTrue();
            reader.Managers.SequenceEqual(Bytes(4 * row.Managers, row.RowNumber)).Should().BeTrue();
        }
        reader.Next().Should().BeFalse();
    }

    private static byte[] Bytes(int length, int seed) => [.. Enumerable.Range(seed, length).Select(i => (byte)i)];

    private static Gen<Left> Row() =>
        from ordinal in Gen.Choose(0, 5_000_000)
        from number in Gen.Choose(1, 1_048_576)
        from length in Gen.Frequency((9, Gen.Choose(1, 20)), (1, Gen.Choose(100, 5_000)))
        from email in Gen.Choose(0, int.MaxValue)
        from content in Gen.Choose(int.MinValue, int.MaxValue)
        from managers in Gen.Choose(0, 200)
        select new Left(ordinal, number, length, (ulong)email * 0x1234567890AB, (ulong)content * 0x9876543210FEDC, managers);

    private sealed record Left(int Ordinal, int RowNumber, int Length, ulong Email, ulong Content, int Managers);
}
