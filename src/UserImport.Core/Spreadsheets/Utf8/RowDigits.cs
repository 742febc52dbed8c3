using System.Buffers.Binary;
using System.Globalization;

namespace UserImport.Spreadsheets.Utf8;

/// <summary>
/// The digits of a row's number and the quote behind them, as one word to compare with: they stand in the row and in each cell.
/// </summary>
internal struct RowDigits
{
    private const int MostDigits = 7;

    private ulong _word;
    private ulong _mask;

    /// <summary>The number.</summary>
    public int Number { get; private set; }

    /// <summary>How many bytes there are, the quote included; 0 if nothing is to be compared.</summary>
    public int Length { get; private set; }

    /// <summary>Whether they stand at the beginning of eight bytes.</summary>
    public readonly bool Matches(ulong bytes) => (bytes & _mask) == _word;

    /// <summary>Moves to the next number.</summary>
    public void Increment()
    {
        if (Length == 0) return;
        var lastDigit = 8 * (Length - 2);
        if ((byte)(_word >> lastDigit) == '9') Set(Number + 1);
        else
        {
            _word += 1UL << lastDigit;
            Number++;
        }
    }

    /// <summary>Moves to a number.</summary>
    public void Set(int number)
    {
        Span<byte> digits = stackalloc byte[16];
        digits.Clear();
        number.TryFormat(digits, out var length, default, CultureInfo.InvariantCulture);
        if (length > MostDigits)
        {
            Clear();
            return;
        }
        digits[length] = (byte)'"';
        Number = number;
        Length = length + 1;
        _word = BinaryPrimitives.ReadUInt64LittleEndian(digits);
        _mask = ulong.MaxValue >> (64 - 8 * Length);
    }

    /// <summary>Leaves nothing to compare with.</summary>
    public void Clear() => this = default;
}
