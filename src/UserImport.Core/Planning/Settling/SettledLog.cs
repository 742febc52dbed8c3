using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace UserImport.Planning.Settling;

/// <summary>What settled rows leave behind, one record behind the other, to be read in that order: some thirty bytes a row.</summary>
internal sealed class SettledLog
{
    private const int FirstBytes = 4 << 10;
    private const int MostBytes = 256 << 10; // from a third of it on the garbage collector moves no array
    private const int LongestHead = 4 * LongestNumber + HashBytes + sizeof(ulong);
    private const int LongestNumber = 5;
    private const int HashBytes = 6;

    private readonly List<Segment> _segments = [];
    private byte[] _bytes = [];
    private int _used;
    private int _ordinal;
    private int _rowNumber;

    /// <summary>How many rows there are.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a row.</summary>
    /// <param name="ordinal">Which row of the file it is, from 0; in ascending order.</param>
    /// <param name="rowNumber">The row number that Excel shows.</param>
    /// <param name="number">The employee number.</param>
    /// <param name="emailHash">The hash of the email, of which 48 bits are kept.</param>
    /// <param name="contentHash">The hash of all that the row says.</param>
    /// <param name="managers">How many managers it has.</param>
    /// <returns>Gets a hash of four bytes for each manager.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Span<byte> Add(int ordinal, int rowNumber, ReadOnlySpan<byte> number, ulong emailHash, ulong contentHash, int managers)
    {
        var managerBytes = managers * sizeof(uint);
        var most = LongestHead + number.Length + managerBytes;
        if (_bytes.Length - _used < most) Begin(most);
        var to = _bytes.AsSpan(_used);
        var at = 0;
        Write(to, ref at, ordinal - _ordinal);
        Write(to, ref at, rowNumber - _rowNumber);
        Write(to, ref at, number.Length);
        Write(to, ref at, managers);
        BinaryPrimitives.WriteUInt64LittleEndian(to[at..], emailHash); // two bytes of it are written over
        BinaryPrimitives.WriteUInt64LittleEndian(to[(at += HashBytes)..], contentHash);
        number.CopyTo(to[(at += sizeof(ulong))..]);
        at += number.Length;
        (_ordinal, _rowNumber) = (ordinal, rowNumber);
        _used += at + managerBytes;
        Count++;
        return to.Slice(at, managerBytes);
    }

    /// <summary>Returns a reader before the first row.</summary>
    public Reader Read() => new(this);

    private void Begin(int most)
    {
        if (_used > 0) _segments.Add(new Segment(_bytes, _used));
        _bytes = GC.AllocateUninitializedArray<byte>(Math.Max(Math.Clamp(_bytes.Length * 4, FirstBytes, MostBytes), most));
        _used = 0;
    }

    // Seven bits a byte; what is negative takes five.
    private static void Write(Span<byte> to, ref int at, int number)
    {
        var rest = (uint)number;
        for (; rest > 0x7F; rest >>= 7) to[at++] = (byte)(rest | 0x80);
        to[at++] = (byte)rest;
    }

    private readonly record struct Segment(byte[] Bytes, int Used);

    /// <summary>Reads the rows in their order.</summary>
    public ref struct Reader(SettledLog log)
    {
        private ReadOnlySpan<byte> _rest;
        private int _next;

        public int Ordinal { get; private set; }

        public int RowNumber { get; private set; }

        public ulong EmailHash { get; private set; }

        public ulong ContentHash { get; private set; }

        public ReadOnlySpan<byte> Number { get; private set; }

        /// <summary>The hashes of the managers, four bytes each.</summary>
        public ReadOnlySpan<byte> Managers { get; private set; }

        /// <summary>Moves to the next row; false if there is none.</summary>
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public bool Next()
        {
            if (_rest.IsEmpty && !NextSegment()) return false;
            Ordinal += Take();
            RowNumber += Take();
            var (length, managers) = (Take(), Take());
            EmailHash = BinaryPrimitives.ReadUInt64LittleEndian(_rest) & (ulong.MaxValue >> 16);
            ContentHash = BinaryPrimitives.ReadUInt64LittleEndian(_rest[HashBytes..]);
            _rest = _rest[(HashBytes + sizeof(ulong))..];
            Number = _rest[..length];
            Managers = _rest.Slice(length, managers * sizeof(uint));
            _rest = _rest[(length + Managers.Length)..];
            return true;
        }

        private bool NextSegment()
        {
            if (_next > log._segments.Count) return false;
            var (bytes, used) = _next == log._segments.Count ? new Segment(log._bytes, log._used) : log._segments[_next];
            _next++;
            _rest = bytes.AsSpan(0, used);
            return used > 0;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private int Take()
        {
            uint number = 0;
            for (var (at, shift) = (0, 0); ; at++, shift += 7)
            {
                number |= (uint)(_rest[at] & 0x7F) << shift;
                if (_rest[at] > 0x7F) continue;
                _rest = _rest[(at + 1)..];
                return (int)number;
            }
        }
    }
}
