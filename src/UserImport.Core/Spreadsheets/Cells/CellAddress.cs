using System.Numerics;

namespace UserImport.Spreadsheets.Cells;

/// <summary>Addresses such as <c>AB12</c>, and the numbers in attributes, as bytes or characters.</summary>
internal static class CellAddress
{
    /// <summary>The last row of Excel's grid.</summary>
    public const int LastRow = 1_048_576;

    /// <summary>The last column of Excel's grid, XFD.</summary>
    public const int LastColumn = 16_384;

    /// <summary>Reads an address inside Excel's grid, letters in either case.</summary>
    public static bool TryParse<T>(ReadOnlySpan<T> text, out int column, out int row) where T : unmanaged, IBinaryInteger<T>
    {
        (column, row) = (0, 0);
        var at = 0;
        for (; at < text.Length; at++)
        {
            var letter = (uint.CreateTruncating(text[at]) | 0x20) - 'a';
            if (letter > 25 || uint.CreateTruncating(text[at]) > 127) break;
            column = column * 26 + (int)letter + 1;
            if (column > LastColumn) return false;
        }
        return column > 0 && TryParseNumber(text[at..], LastRow, out row) && row > 0;
    }

    /// <summary>Reads a number from 0 to <paramref name="last"/>, made of digits alone.</summary>
    public static bool TryParseNumber<T>(ReadOnlySpan<T> text, int last, out int number) where T : unmanaged, IBinaryInteger<T>
    {
        number = 0;
        if (text.IsEmpty) return false;
        foreach (var c in text)
        {
            var digit = uint.CreateTruncating(c) - '0';
            if (digit > 9) return false;
            if (number > (last - (int)digit) / 10) return false;
            number = number * 10 + (int)digit;
        }
        return true;
    }
}
