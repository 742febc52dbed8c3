using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
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

    /// <summary>Returns a hash of everything that is stored of a user and that a row can say.</summary>
    public ulong Of(UserRecord user)
    {
        var hash = _key + (user.Active ? 1UL : 0) + (user.Locked is null ? 0 : 2UL);
        hash = Text(Text(Text(Text(hash, user.EmployeeNumber), user.FirstName), user.Prefix), user.LastName);
        hash = Text(Text(Text(Text(Text(hash, user.Email), user.Company), user.Department), user.CostCenter), user.Language);
        for (var i = 0; i < user.Functions.Count; i++) hash = Text(hash, user.Functions[i]);
        hash += Multiplier;
        for (var i = 0; i < user.Teams.Count; i++) hash = Text(hash, user.Teams[i]);
        hash += Multiplier;
        for (var i = 0; i < user.Managers.Count; i++) hash = Text(Text(hash, user.Managers[i].EmployeeNumber), user.Managers[i].Email);
        if (user.Custom.Count == 0) return hash;
        foreach (var own in user.Custom.OrderBy(own => own.Key, StringComparer.Ordinal)) hash = Text(Text(hash, own.Key), own.Value);
        return hash;
    }

    private static ulong Text(ulong hash, string text)
    {
        hash = (hash + (ulong)text.Length) * Multiplier;
        var bytes = MemoryMarshal.AsBytes(text.AsSpan());
        for (; bytes.Length >= 8; bytes = bytes[8..]) hash = Step(hash, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        for (; bytes.Length >= 2; bytes = bytes[2..]) hash = Step(hash, BinaryPrimitives.ReadUInt16LittleEndian(bytes));
        return hash;
    }

    private static ulong Step(ulong hash, ulong word) => BitOperations.RotateLeft((hash ^ word) * Multiplier, 29) + hash;

    private static ulong Mix(ulong hash, ulong word) => Step(hash, word | LowerCase);
}
