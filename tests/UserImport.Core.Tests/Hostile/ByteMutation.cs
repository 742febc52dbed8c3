namespace UserImport.Tests.Hostile;

/// <summary>Damages bytes whatever they mean.</summary>
internal static class ByteMutation
{
    private static readonly byte[] Telling = [0, 1, 0x7F, 0x80, 0xFF, 0xFE, 0xC2, 0xED, (byte)'<', (byte)'>', (byte)'&', (byte)'"', (byte)'\'', (byte)'/', (byte)'=', (byte)' ', (byte)']', (byte)'!', (byte)'-', (byte)'_'];

    /// <summary>Makes a few changes.</summary>
    public static void Apply(List<byte> bytes, Random random)
    {
        for (var changes = random.Next(1, 5); changes > 0 && bytes.Count > 0; changes--) Change(bytes, random);
    }

    private static void Change(List<byte> bytes, Random random)
    {
        var at = random.Next(bytes.Count);
        var length = Math.Min(random.Next(10) == 0 ? random.Next(1, 2_000) : random.Next(1, 12), bytes.Count - at);
        switch (random.Next(8))
        {
            case 0:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                bytes[at] = (byte)random.Next(256);
                break;
            case 2:
                bytes[at] = Telling[random.Next(Telling.Length)];
                break;
            case 3:
                bytes.RemoveRange(at, length);
                break;
            case 4:
                bytes.InsertRange(at, bytes.GetRange(at, length));
                break;
            case 5:
                var from = random.Next(bytes.Count);
                bytes.InsertRange(at, bytes.GetRange(from, Math.Min(length, bytes.Count - from)));
                break;
            case 6:
                for (var i = 0; i < length; i++) bytes[at + i] = 0xFF;
                break;
            default:
                if (random.Next(4) == 0) bytes.RemoveRange(at, bytes.Count - at);
                else bytes[at]++;
                break;
        }
    }
}
