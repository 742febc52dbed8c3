using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using UserImport.Planning;
using UserImport.Rows;
using UserImport.Tests.Reference;

namespace UserImport.Tests.Hostile;

/// <summary>What the caller's own stream throws comes out as it is, wherever it throws; so does cancellation.</summary>
public sealed class UploadStreamTests
{
    private static readonly byte[] File = UsersSheet.Good().ToArray();

    [Theory]
    [InlineData(typeof(IOException))]
    [InlineData(typeof(InvalidDataException))]
    [InlineData(typeof(EndOfStreamException))]
    [InlineData(typeof(ArgumentException))]
    [InlineData(typeof(CryptographicException))]
    [InlineData(typeof(OperationCanceledException))]
    [InlineData(typeof(StoppedException))]
    public async Task An_exception_of_the_uploaded_stream_passes_through_at_whichever_read_it_comes(Type type)
    {
        for (var reads = 0; reads < 1_000; reads++)
        {
            var failure = (Exception)Activator.CreateInstance(type)!;
            using var parsed = new FailingStream(File, failure, reads);
            var parsing = () =>
            {
                using var sheet = new RowParser(Options.Create(new UserImportOptions())).Parse(parsed);
                return sheet.Rows.Count();
            };
            using var uploaded = new FailingStream(File, failure, reads);
            var checking = () => Story.Of().CheckAsync(uploaded);

            if (!parsed.WillFailIn(parsing)) parsing.Should().NotThrow();
            if (await FailsAsync(checking, failure)) continue;
            reads.Should().BeGreaterThan(5, "a file is read in several pieces");
            return;
        }
        Assert.Fail("The file is never read without a failure.");
    }

    [Fact]
    public async Task Cancellation_is_no_refusal()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        var parser = new RowParser(Options.Create(new UserImportOptions()));

        var parsing = () => parser.Parse(new MemoryStream(File), null, source.Token);
        var waiting = () => parser.ParseAsync(new MemoryStream(File), null, source.Token);

        parsing.Should().Throw<OperationCanceledException>();
        await waiting.Should().ThrowAsync<OperationCanceledException>();
    }

    private static async Task<bool> FailsAsync(Func<Task<ImportCheck>> checking, Exception failure)
    {
        try
        {
            (await checking()).Refusal.Should().BeNull("a stream that fails is not a damaged file");
            return false;
        }
        catch (Exception e) when (ReferenceEquals(e, failure))
        {
            return true;
        }
    }

    private sealed class StoppedException : Exception;

    private sealed class FailingStream(byte[] content, Exception failure, int after) : MemoryStream(content)
    {
        private int _reads;

        public bool WillFailIn(Func<int> reading)
        {
            try
            {
                reading().Should().Be(3, "a stream that fails is not a damaged file");
                return false;
            }
            catch (Exception e) when (ReferenceEquals(e, failure))
            {
                return true;
            }
            finally
            {
                (_reads, Position) = (int.MinValue, 0);
            }
        }

        // The base class sends every other way of reading through this one, in pieces of a few bytes here.
        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_reads++ >= after) throw failure;
            return base.Read(buffer, offset, Math.Min(count, 100));
        }
    }
}
