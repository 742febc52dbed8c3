using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace UserImport.Changes;

/// <summary>Reads a document line by line and holds it against its fingerprints; nothing but a sound document passes (P2).</summary>
internal sealed class DocumentReader(Stream source) : IDisposable
{
    private readonly Stack<IncrementalHash> _hashes = new();
    private byte[] _buffer = new byte[64 * 1024];
    private int _start, _end, _next;

    private ReadOnlySpan<byte> Line => _buffer.AsSpan(_start, _next - _start);

    /// <summary>Reads the first line of a document, or of one inside another, up to its first section.</summary>
    public async ValueTask<T> BeginAsync<T>(string format, JsonTypeInfo<T> type, string firstSection, CancellationToken cancellationToken)
    {
        await ReadLineAsync(cancellationToken).ConfigureAwait(false);
        DocumentForm.Require(format, Line);
        _hashes.Push(IncrementalHash.CreateHash(HashAlgorithmName.SHA256));
        Count();
        var section = Encoding.ASCII.GetBytes(firstSection);
        if (!Line.EndsWith(section)) throw DocumentForm.Damaged("its first line is not complete");
        var end = _start + Line.Length - section.Length;
        _buffer[end] = (byte)'}';
        return Parse(_buffer.AsSpan(_start, end + 1 - _start), type);
    }

    /// <summary>Reads the entries of a section; the line behind them stays the present one.</summary>
    public async IAsyncEnumerable<T> EntriesAsync<T>(JsonTypeInfo<T> type, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            await ReadLineAsync(cancellationToken).ConfigureAwait(false);
            if (Line[0] != (byte)'{') yield break;
            Count();
            yield return Parse(Line[..^(Line.EndsWith(",\n"u8) ? 2 : 1)], type);
        }
    }

    /// <summary>Holds the present line against what stands between two sections.</summary>
    public void ExpectText(string line)
    {
        if (!Line.SequenceEqual(Encoding.ASCII.GetBytes(line))) throw DocumentForm.Damaged("its fingerprint or its order is wrong");
        Count();
    }

    /// <summary>Holds the present line against the fingerprint of the document that was begun last; returns it.</summary>
    public string End(string opening)
    {
        string fingerprint;
        using (var hash = _hashes.Pop()) fingerprint = Convert.ToHexStringLower(hash.GetHashAndReset());
        ExpectText(DocumentForm.LastLine(opening, fingerprint));
        return fingerprint;
    }

    /// <summary>Reads the next line.</summary>
    /// <exception cref="ChangeSetException">The document ends before it, inside it, or the line is too long.</exception>
    public async ValueTask ReadLineAsync(CancellationToken cancellationToken)
    {
        _start = _next;
        var searched = _start;
        while (true)
        {
            var found = _buffer.AsSpan(searched, _end - searched).IndexOf((byte)'\n');
            if (found >= 0)
            {
                _next = searched + found + 1;
                return;
            }
            searched = _end;
            MakeRoom(ref searched);
            var read = await source.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
            if (read == 0) throw DocumentForm.Damaged("it ends early");
            _end += read;
        }
    }

    /// <summary>Refuses anything behind the last line.</summary>
    public async ValueTask ExpectEndAsync(CancellationToken cancellationToken)
    {
        if (_next < _end || await source.ReadAsync(_buffer.AsMemory(0, 1), cancellationToken).ConfigureAwait(false) > 0)
            throw DocumentForm.Damaged("something follows its last line");
    }

    public void Dispose()
    {
        while (_hashes.TryPop(out var hash)) hash.Dispose();
    }

    private void Count()
    {
        foreach (var hash in _hashes) hash.AppendData(Line);
    }

    // Grows only as far as bytes have really come.
    private void MakeRoom(ref int searched)
    {
        if (_end < _buffer.Length) return;
        var length = _end - _start;
        if (length >= DocumentForm.LongestLine) throw DocumentForm.Damaged("a line is too long");
        var target = _start > 0 ? _buffer : new byte[_buffer.Length * 2];
        _buffer.AsSpan(_start, length).CopyTo(target);
        _buffer = target;
        searched -= _start;
        (_start, _end) = (0, length);
    }

    private static T Parse<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(json, type) ?? throw DocumentForm.Damaged("an entry is null");
        }
        catch (JsonException)
        {
            throw DocumentForm.Damaged("an entry cannot be read"); // the original may quote what stands there
        }
    }
}
