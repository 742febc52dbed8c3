using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;

namespace UserImport.Planning.Settling;

/// <summary>Keyed hashes of what rows say: nobody outside can make two texts collide. The lowest bit is always 0, and no hash is 0.</summary>
internal sealed class RowHash
{
    private const ulong Multiplier = 0x9E37_79B9_7F4A_7C15;
    private const ulong LowerCase = 0x2020_2020_2020_2020;

    private readonly ulong _key = BinaryPrimitives.ReadUInt64LittleEndian(RandomNumberGenerator.GetBytes(8));
    private readonly ulong _secret = BinaryPrimitives.ReadUInt64LittleEndian(RandomNumberGenerator.GetBytes(8));

    /// <summary>Returns the hash of an employee number or address in ASCII, its case ignored. It alone is never a verdict.</summary>
    /// <remarks>Setting the bit of lower case everywhere also joins some signs: that only makes a few more rows look alike.</remarks>
    public ulong OfKey(ReadOnlySpan<byte> ascii) => Of(ascii, LowerCase);

    /// <summary>Returns the hash of a key; null if it is not ASCII, and so belongs to no row that was compared as bytes.</summary>
    public ulong? OfKey(string key)
    {
        Span<byte> ascii = key.Length <= 512 ? stackalloc byte[key.Length] : new byte[key.Length];
        return Ascii.FromUtf16(key, ascii, out var written) is OperationStatus.Done ? OfKey(ascii[..written]) : null;
    }

    /// <summary>Returns the hash of all that a row says.</summary>
    public ulong OfContent(ReadOnlySpan<byte> content) => Of(content, 0);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private ulong Of(ReadOnlySpan<byte> bytes, ulong mask)
    {
        var hash = _key ^ ((ulong)bytes.Length * Multiplier);
        for (; bytes.Length > 16; bytes = bytes[16..]) hash = Fold(hash ^ (First(bytes) | mask), _secret ^ (First(bytes[8..]) | mask));
        var (start, end) = bytes.Length switch
        {
            >= 8 => (First(bytes), First(bytes[^8..])),
            >= 4 => (BinaryPrimitives.ReadUInt32LittleEndian(bytes), BinaryPrimitives.ReadUInt32LittleEndian(bytes[^4..])),
            > 0 => (bytes[0] | ((ulong)bytes[bytes.Length / 2] << 8), bytes[^1]),
            _ => (0UL, 0UL),
        };
        hash = Fold(hash ^ (start | mask), _secret ^ (end | mask));
        return (Fold(hash, Multiplier ^ _secret) | 2) & ~1UL;
    }

    private static ulong First(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt64LittleEndian(bytes);

    private static ulong Fold(ulong one, ulong other) => Math.BigMul(one, other, out var low) ^ low;
}
