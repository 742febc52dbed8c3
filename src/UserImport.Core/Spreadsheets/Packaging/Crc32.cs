using System.Buffers.Binary;

namespace UserImport.Spreadsheets.Packaging;

/// <summary>The checksum of ZIP archives (CRC-32, reflected polynomial EDB88320).</summary>
internal static class Crc32
{
    private const uint Polynomial = 0xEDB88320;
    private static readonly uint[] Tables = MakeTables();

    /// <summary>Continues a checksum over more bytes; begin with 0.</summary>
    public static uint Append(uint crc, ReadOnlySpan<byte> bytes)
    {
        var state = ~crc;
        if (Crc32Folding.IsSupported && bytes.Length >= Crc32Folding.MinimumBytes)
        {
            var folded = bytes.Length & ~15;
            state = Crc32Folding.Append(state, bytes[..folded]);
            bytes = bytes[folded..];
        }
        return ~AppendByTable(state, bytes);
    }

    // Eight bytes at a time, one table for each of them.
    private static uint AppendByTable(uint state, ReadOnlySpan<byte> bytes)
    {
        var t = Tables;
        while (bytes.Length >= 8)
        {
            var low = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ state;
            var high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            state = t[0x700 + (byte)low] ^ t[0x600 + (byte)(low >> 8)] ^ t[0x500 + (byte)(low >> 16)] ^ t[0x400 + (low >> 24)] ^
                t[0x300 + (byte)high] ^ t[0x200 + (byte)(high >> 8)] ^ t[0x100 + (byte)(high >> 16)] ^ t[high >> 24];
            bytes = bytes[8..];
        }
        foreach (var b in bytes) state = t[(byte)(state ^ b)] ^ (state >> 8);
        return state;
    }

    private static uint[] MakeTables()
    {
        var tables = new uint[8 * 256];
        for (uint i = 0; i < 256; i++)
        {
            var value = i;
            for (var bit = 0; bit < 8; bit++) value = (value & 1) != 0 ? (value >> 1) ^ Polynomial : value >> 1;
            tables[i] = value;
        }
        for (var i = 256; i < tables.Length; i++)
            tables[i] = tables[(byte)tables[i - 256]] ^ (tables[i - 256] >> 8);
        return tables;
    }
}
