using System.Globalization;

namespace UserImport.Spreadsheets.Cells;

/// <summary>What the parts of a cell come to; the same judgement for every reader (R4).</summary>
/// <param name="Type">What the cell says that it holds.</param>
/// <param name="HasFormula">Whether it holds a formula.</param>
/// <param name="HasValue">Whether it holds a value or an inline text, be it an empty one.</param>
/// <param name="Value">The value as UTF-8, entities and escapes decoded.</param>
internal readonly record struct CellValue(CellType Type, bool HasFormula, bool HasValue, ReadOnlyMemory<byte> Value)
{
    /// <summary>Gives kind and text of the cell; false if it is blank.</summary>
    public bool TryResolve(SharedStrings strings, out CellKind kind, out ReadOnlyMemory<byte> text)
    {
        (kind, text) = (CellKind.Text, Value);
        if (Type is CellType.Text or CellType.Inline && HasValue) return !Value.IsEmpty;
        if (Type != CellType.Shared || Value.IsEmpty) text = Trim(Value);
        if (text.IsEmpty && HasFormula)
        {
            kind = CellKind.MissingResult;
            return true;
        }
        if (!HasValue && Type != CellType.Error) return false;
        switch (Type)
        {
            case CellType.Number:
                kind = IsNumber(text.Span) ? CellKind.Number : CellKind.Damaged;
                return !text.IsEmpty;
            case CellType.Shared:
                return TryResolveShared(strings, ref kind, ref text);
            case CellType.Boolean:
                kind = IsBoolean(text.Span) ? CellKind.Boolean : CellKind.Damaged;
                if (kind == CellKind.Boolean) text = text.Span[0] is (byte)'1' or (byte)'t' ? True : False;
                return true;
            case CellType.Date:
                kind = CellKind.Date;
                return !text.IsEmpty;
            default:
                kind = Type == CellType.Error ? CellKind.Error : CellKind.Damaged;
                return true;
        }
    }

    private static readonly ReadOnlyMemory<byte> True = "1"u8.ToArray();
    private static readonly ReadOnlyMemory<byte> False = "0"u8.ToArray();

    private bool TryResolveShared(SharedStrings strings, ref CellKind kind, ref ReadOnlyMemory<byte> text)
    {
        if (!CellAddress.TryParseNumber(Trim(Value).Span, int.MaxValue, out var index) ||
            !strings.TryGet(index, out text, out var isDamaged) || isDamaged)
        {
            (kind, text) = (CellKind.Damaged, default);
            return true;
        }
        return !text.IsEmpty;
    }

    private static bool IsBoolean(ReadOnlySpan<byte> text) =>
        text is [(byte)'0' or (byte)'1'] || text.SequenceEqual("true"u8) || text.SequenceEqual("false"u8);

    private static bool IsNumber(ReadOnlySpan<byte> text)
    {
        if (text.Length <= 15 && text.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0) return text.Length > 0;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number);
    }

    private static ReadOnlyMemory<byte> Trim(ReadOnlyMemory<byte> text)
    {
        var span = text.Span;
        if (span.IsEmpty || (span[0] > ' ' && span[^1] > ' ')) return text;
        return text.Trim(" \t\r\n"u8);
    }
}
