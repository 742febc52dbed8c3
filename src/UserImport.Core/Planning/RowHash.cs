using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace UserImport.Planning;

/// <summary>Keyed hashes of employee numbers and addresses, ASCII case ignored. A hash alone is never a verdict.</summary>
internal sealed class RowHash
{
    private const ulong Multiplier = 0x9E3779B97F4A7C15;
    private const ulong LowerCase = 0x2020202020202020;

    private readonly ulong _key = BinaryPrimitives.ReadUInt64LittleEndian(RandomNumberGenerator.GetBytes(8)) | 1;

    /// <summary>Returns the hash of ASCII text; never 0.</summary>
    public ulong Of(ReadOnlySpan<byte> ascii)
    {
        // Setting the bit of lower case everywhere also joins some signs: that only makes a few more rows look alike.
        var hash = _key ^ ((ulong)ascii.Length * Multiplier);
        for (; ascii.Length >= 8; ascii = ascii[8..]) hash = Mix(hash, BinaryPrimitives.ReadUInt64LittleEndian(ascii));
        Span<byte> rest = stackalloc byte[8];
        rest.Clear();
        ascii.CopyTo(rest);
        hash = Mix(hash, BinaryPrimitives.ReadUInt64LittleEndian(rest));
        return (hash ^ (hash >> 32)) * Multiplier | 1;
    }

    /// <summary>Returns the hash of a key; null if it is not ASCII, and so belongs to no row that was compared as bytes.</summary>
    public ulong? Of(string key)
    {
        Span<byte> ascii = key.Length <= 512 ? stackalloc byte[key.Length] : new byte[key.Length];
        return Ascii.FromUtf16(key, ascii, out var written) is System.Buffers.OperationStatus.Done ? Of(ascii[..written]) : null;
    }

    private static ulong Mix(ulong hash, ulong word) => BitOperations.RotateLeft((hash ^ (word | LowerCase)) * Multiplier, 29) + hash;
}
