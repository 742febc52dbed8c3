using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace UserImport.Changes;

/// <summary>Writes a document line by line: valid JSON as a whole, and every line goes into the fingerprint (P2).</summary>
internal sealed class DocumentWriter : IDisposable
{
    private const int FullAt = 64 * 1024;

    private readonly ArrayBufferWriter<byte> _written = new(FullAt);
    private readonly ArrayBufferWriter<byte> _value = new();
    private readonly Utf8JsonWriter _json;
    private readonly Stack<IncrementalHash> _hashes = new();

    public DocumentWriter() => _json = new Utf8JsonWriter(_value);

    /// <summary>Whether it is time to <see cref="SendAsync"/> or <see cref="Drop"/> what was written.</summary>
    public bool IsFull => _written.WrittenCount >= FullAt;

    /// <summary>Starts a document, or one inside another: its lines count for both fingerprints.</summary>
    public void Begin<T>(T head, JsonTypeInfo<T> type, string firstSection)
    {
        _hashes.Push(IncrementalHash.CreateHash(HashAlgorithmName.SHA256));
        Serialize(head, type);
        Line(_value.WrittenSpan[..^1], Encoding.ASCII.GetBytes(firstSection));
    }

    /// <summary>Writes one entry of a section.</summary>
    public void Entry<T>(T entry, JsonTypeInfo<T> type, bool isLast)
    {
        Serialize(entry, type);
        Line(_value.WrittenSpan, isLast ? "\n"u8 : ",\n"u8);
    }

    /// <summary>Writes what stands between two sections.</summary>
    public void Text(string line) => Line(Encoding.ASCII.GetBytes(line), default);

    /// <summary>Ends the document that was begun last, with its fingerprint.</summary>
    public string End(string opening)
    {
        string fingerprint;
        using (var hash = _hashes.Pop()) fingerprint = Convert.ToHexStringLower(hash.GetHashAndReset());
        Text(DocumentForm.LastLine(opening, fingerprint));
        return fingerprint;
    }

    /// <summary>Sends what was written to a stream.</summary>
    public async ValueTask SendAsync(Stream destination, CancellationToken cancellationToken)
    {
        await destination.WriteAsync(_written.WrittenMemory, cancellationToken).ConfigureAwait(false);
        Drop();
    }

    /// <summary>Forgets what was written; it stays in the fingerprint.</summary>
    public void Drop() => _written.ResetWrittenCount();

    public void Dispose()
    {
        _json.Dispose();
        while (_hashes.TryPop(out var hash)) hash.Dispose();
    }

    private void Serialize<T>(T value, JsonTypeInfo<T> type)
    {
        _value.ResetWrittenCount();
        _json.Reset();
        JsonSerializer.Serialize(_json, value, type);
        _json.Flush();
    }

    private void Line(ReadOnlySpan<byte> text, ReadOnlySpan<byte> ending)
    {
        _written.Write(text);
        _written.Write(ending);
        foreach (var hash in _hashes)
        {
            hash.AppendData(text);
            hash.AppendData(ending);
        }
    }
}
