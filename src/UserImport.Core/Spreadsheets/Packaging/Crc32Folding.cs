using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace UserImport.Spreadsheets.Packaging;

/// <summary>
/// The same checksum by carry-less multiplication: each step multiplies what it has forward and adds the next bytes, and only the
/// last 16 bytes are divided by the polynomial. As fast as memory, so that verifying costs little beside inflating.
/// </summary>
internal static class Crc32Folding
{
    public const int MinimumBytes = 256;

    private const uint Polynomial = 0xEDB88320;

    // To move a value forward by that many bits: what its lower and its upper half are multiplied with.
    private static readonly Vector128<ulong> By1024 = Mover(1024);
    private static readonly Vector128<ulong> By512 = Mover(512);
    private static readonly Vector128<ulong> By128 = Mover(128);
    private static readonly ulong By64 = Power(64);

    public static bool IsSupported => Pclmulqdq.IsSupported && BitConverter.IsLittleEndian;

    /// <summary>Continues the inverted checksum over a multiple of 16 bytes, at least <see cref="MinimumBytes"/>.</summary>
    public static uint Append(uint state, ReadOnlySpan<byte> bytes) => Append(state, bytes, Pclmulqdq.V256.IsSupported);

    /// <summary>The same by 32 or by 16 bytes at once.</summary>
    internal static uint Append(uint state, ReadOnlySpan<byte> bytes, bool isWide)
    {
        var blocks = MemoryMarshal.Cast<byte, Vector128<ulong>>(bytes);
        var rest = isWide ? FoldWide(state, ref blocks) : FoldNarrow(state, ref blocks);
        foreach (var block in blocks) rest = Fold(rest, By128) ^ block;
        return Reduce(rest);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Vector128<ulong> FoldWide(uint state, ref ReadOnlySpan<Vector128<ulong>> blocks)
    {
        var wide = MemoryMarshal.Cast<Vector128<ulong>, Vector256<ulong>>(blocks);
        var by = Vector256.Create(By1024, By1024);
        var a = wide[0] ^ Vector256.CreateScalar((ulong)state);
        var (b, c, d) = (wide[1], wide[2], wide[3]);
        var taken = 4;
        for (; taken + 4 <= wide.Length; taken += 4)
        {
            a = Fold(a, by) ^ wide[taken];
            b = Fold(b, by) ^ wide[taken + 1];
            c = Fold(c, by) ^ wide[taken + 2];
            d = Fold(d, by) ^ wide[taken + 3];
        }
        blocks = blocks[(taken * 2)..];
        var rest = Fold(a.GetLower(), By128) ^ a.GetUpper();
        rest = Fold(Fold(rest, By128) ^ b.GetLower(), By128) ^ b.GetUpper();
        rest = Fold(Fold(rest, By128) ^ c.GetLower(), By128) ^ c.GetUpper();
        return Fold(Fold(rest, By128) ^ d.GetLower(), By128) ^ d.GetUpper();
    }

    private static Vector128<ulong> FoldNarrow(uint state, ref ReadOnlySpan<Vector128<ulong>> blocks)
    {
        var a = blocks[0] ^ Vector128.CreateScalar((ulong)state);
        var (b, c, d) = (blocks[1], blocks[2], blocks[3]);
        blocks = blocks[4..];
        for (; blocks.Length >= 4; blocks = blocks[4..])
        {
            a = Fold(a, By512) ^ blocks[0];
            b = Fold(b, By512) ^ blocks[1];
            c = Fold(c, By512) ^ blocks[2];
            d = Fold(d, By512) ^ blocks[3];
        }
        return Fold(Fold(Fold(a, By128) ^ b, By128) ^ c, By128) ^ d;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ulong> Fold(Vector128<ulong> value, Vector128<ulong> by) =>
        Pclmulqdq.CarrylessMultiply(value, by, 0x00) ^ Pclmulqdq.CarrylessMultiply(value, by, 0x11);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Fold(Vector256<ulong> value, Vector256<ulong> by) =>
        Pclmulqdq.V256.CarrylessMultiply(value, by, 0x00) ^ Pclmulqdq.V256.CarrylessMultiply(value, by, 0x11);

    // 128 bits to 96, to 64, and by Barrett's reduction to the 32 of the checksum.
    private static uint Reduce(Vector128<ulong> value)
    {
        var low32 = Vector128.Create(0xFFFFFFFFUL, 0UL);
        value = Sse2.ShiftRightLogical128BitLane(value, 8) ^ Pclmulqdq.CarrylessMultiply(value, By128, 0x10);
        value = Sse2.ShiftRightLogical128BitLane(value, 4) ^
            Pclmulqdq.CarrylessMultiply(value & low32, Vector128.CreateScalar(By64), 0x00);
        var barrett = Vector128.Create(0x1DB710641UL, 0x1F7011641UL);
        var quotient = Pclmulqdq.CarrylessMultiply(value & low32, barrett, 0x10) & low32;
        return (value ^ Pclmulqdq.CarrylessMultiply(quotient, barrett, 0x00)).AsUInt32()[1];
    }

    private static Vector128<ulong> Mover(int bits) => Vector128.Create(Power(bits + 32), Power(bits - 32));

    // A power of x modulo the polynomial; its bits run backwards, one place up.
    private static ulong Power(int exponent)
    {
        var power = 1U << 31;
        for (var i = 0; i < exponent; i++) power = (power & 1) != 0 ? (power >> 1) ^ Polynomial : power >> 1;
        return (ulong)power << 1;
    }
}
