using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace UserImport.Planning.Settling;

/// <summary>Compares the UTF-8 of a cell with a stored text: equal, and without anything that makes a cell a damaged one (R4).</summary>
internal static class Utf8Comparison
{
    /// <summary>Whether a cell says what is stored, and is plainly neither blank nor damaged.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool IsCell(ReadOnlySpan<byte> cell, string stored, bool isRequired)
    {
        if (cell.IsEmpty || stored.Length == 0) return cell.Length == stored.Length && !isRequired;
        // What could be blank to the eye is for the full reading to say.
        return (stored[0] is > ' ' and <= '~' || char.IsLetter(stored[0])) && Is(cell, stored);
    }

    /// <summary>Whether a cell says what is stored.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool Is(ReadOnlySpan<byte> cell, string stored)
    {
        if (cell.Length > stored.Length) return IsUnicode(cell, stored);
        if (cell.Length != stored.Length) return false;
        var chars = MemoryMarshal.Cast<char, ushort>(stored.AsSpan());
        switch (cell.Length)
        {
            case >= 16:
                for (var at = 0; at <= cell.Length - 16; at += 16)
                    if (!IsSixteen(cell[at..], chars[at..])) return false;
                return IsSixteen(cell[^16..], chars[^16..]);
            case >= 8:
                return IsEight(cell, chars) && IsEight(cell[^8..], chars[^8..]);
            case >= 4:
                return IsFour(cell, chars) && IsFour(cell[^4..], chars[^4..]);
            default:
                for (var i = 0; i < cell.Length; i++)
                    if (cell[i] != chars[i] || cell[i] is < 0x20 or >= 0x7F) return false;
                return true;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsSixteen(ReadOnlySpan<byte> cell, ReadOnlySpan<ushort> stored)
    {
        var bytes = Vector128.Create(cell[..Vector128<byte>.Count]);
        var outside = Vector128.GreaterThan(bytes - Vector128.Create((byte)0x20), Vector128.Create((byte)0x5E));
        var (lower, upper) = Vector128.Widen(bytes);
        var wrong = (lower ^ Vector128.Create(stored[..8])) | (upper ^ Vector128.Create(stored[8..16])) | outside.AsUInt16();
        return wrong == Vector128<ushort>.Zero;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsEight(ReadOnlySpan<byte> cell, ReadOnlySpan<ushort> stored) =>
        Is(Vector128.WidenLower(Vector128.CreateScalar(BinaryPrimitives.ReadUInt64LittleEndian(cell)).AsByte()),
            Vector128.Create(stored[..Vector128<ushort>.Count]), ulong.MaxValue);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsFour(ReadOnlySpan<byte> cell, ReadOnlySpan<ushort> stored) =>
        Is(Vector128.WidenLower(Vector128.CreateScalar(BinaryPrimitives.ReadUInt32LittleEndian(cell)).AsByte()),
            Vector128.CreateScalar(MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(stored))).AsUInt16(), 0);

    // Plain ASCII signs only, equal one by one.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Is(Vector128<ushort> cell, Vector128<ushort> stored, ulong upperHalf)
    {
        var outside = Vector128.GreaterThan(cell - Vector128.Create((ushort)0x20), Vector128.Create((ushort)0x5E));
        var wrong = (outside & Vector128.Create(ulong.MaxValue, upperHalf).AsUInt16()) | (cell ^ stored);
        return wrong == Vector128<ushort>.Zero;
    }

    // Sign by sign: the bytes that say it, and no control character.
    private static bool IsUnicode(ReadOnlySpan<byte> cell, string stored)
    {
        for (var i = 0; i < stored.Length; i++)
        {
            int c = stored[i];
            if (c is < 0x20 or >= 0x7F and < 0xA0 or 0xFFFE or 0xFFFF) return false;
            if (c < 0x80)
            {
                if (cell.IsEmpty || cell[0] != c) return false;
                cell = cell[1..];
            }
            else if (c < 0x800)
            {
                if (cell.Length < 2 || cell[0] != (0xC0 | c >> 6) || cell[1] != (0x80 | c & 0x3F)) return false;
                cell = cell[2..];
            }
            else
            {
                // Half a pair is no sign, and in no cell.
                if (Rune.DecodeFromUtf16(stored.AsSpan(i), out var rune, out var used) is not OperationStatus.Done) return false;
                if (Rune.DecodeFromUtf8(cell, out var said, out var length) is not OperationStatus.Done || said != rune) return false;
                i += used - 1;
                cell = cell[length..];
            }
        }
        return cell.IsEmpty;
    }
}
