using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace UserImport.Spreadsheets.Packaging;

/// <summary>
/// The same checksum by carry-less multiplication: 64 bytes a step are multiplied forward and added to the next 64, and only the
/// last 16 bytes are divided by the polynomial. As fast as memory, so that verifying costs next to nothing beside inflating.
/// </summary>
internal static class Crc32Folding
{
    public const int MinimumBytes = 128;

    // Powers of x modulo the polynomial, bit-reflected: to move a value forward by 512 and by 128 bits.
    private static readonly Vector128<ulong> By512 = Vector128.Create(0x154442BD4UL, 0x1C6E41596UL);
    private static readonly Vector128<ulong> By128 = Vector128.Create(0x1751997D0UL, 0x0CCAA009EUL);

    public static bool IsSupported => Pclmulqdq.IsSupported && BitConverter.IsLittleEndian;

    /// <summary>Continues the inverted checksum over a multiple of 16 bytes, at least <see cref="MinimumBytes"/>.</summary>
    public static uint Append(uint state, ReadOnlySpan<byte> bytes)
    {
        var blocks = MemoryMarshal.Cast<byte, Vector128<ulong>>(bytes);
        var a = blocks[0] ^ Vector128.CreateScalar(state).AsUInt64();
        var b = blocks[1];
        var c = blocks[2];
        var d = blocks[3];
        blocks = blocks[4..];
        while (blocks.Length >= 4)
        {
            a = Fold(a, By512) ^ blocks[0];
            b = Fold(b, By512) ^ blocks[1];
            c = Fold(c, By512) ^ blocks[2];
            d = Fold(d, By512) ^ blocks[3];
            blocks = blocks[4..];
        }
        var rest = Fold(Fold(Fold(a, By128) ^ b, By128) ^ c, By128) ^ d;
        foreach (var block in blocks) rest = Fold(rest, By128) ^ block;
        return Reduce(rest);
    }

    private static Vector128<ulong> Fold(Vector128<ulong> value, Vector128<ulong> by) =>
        Pclmulqdq.CarrylessMultiply(value, by, 0x00) ^ Pclmulqdq.CarrylessMultiply(value, by, 0x11);

    // 128 bits to 96, to 64, and by Barrett's reduction to the 32 of the checksum.
    private static uint Reduce(Vector128<ulong> value)
    {
        var low32 = Vector128.Create(0xFFFFFFFFUL, 0UL);
        value = Sse2.ShiftRightLogical128BitLane(value, 8) ^ Pclmulqdq.CarrylessMultiply(value, By128, 0x10);
        value = Sse2.ShiftRightLogical128BitLane(value, 4) ^
            Pclmulqdq.CarrylessMultiply(value & low32, Vector128.CreateScalar(0x163CD6124UL), 0x00);
        var barrett = Vector128.Create(0x1DB710641UL, 0x1F7011641UL);
        var quotient = Pclmulqdq.CarrylessMultiply(value & low32, barrett, 0x10) & low32;
        return (value ^ Pclmulqdq.CarrylessMultiply(quotient, barrett, 0x00)).AsUInt32()[1];
    }
}
