using System.Buffers.Text;
using System.Globalization;
using System.Text;
using UserImport.Columns;
using UserImport.Spreadsheets;
using UserImport.Spreadsheets.Cells;

namespace UserImport.Rows;

/// <summary>What one cell says: its text, how it came to it, and what is wrong with it.</summary>
/// <param name="Text">The text as the import takes it.</param>
/// <param name="State">How it came to it.</param>
/// <param name="Fault">The fault of the code, such as <c>isDate</c>; null if nothing is wrong.</param>
internal readonly record struct CellReading(string Text, CellState State, string? Fault = null);

/// <summary>Reads a cell the way a person sees it (R1, R2, R4).</summary>
internal static class CellReader
{
    /// <summary>How many digits a whole number has at most of which a number cell keeps all.</summary>
    public const int MostDigits = 15;

    private const double DigitsEnd = 1e15;
    private const double DatesEnd = 2_958_466 - 1 / 86_400_000.0; // the last millisecond of 9999-12-31, to which less is rounded up

    /// <summary>Reads a cell of a column.</summary>
    public static CellReading Read(in SheetCell cell, UserColumn column, NumberFormats formats) => cell.Kind switch
    {
        CellKind.Text => ReadText(cell.Text, column),
        CellKind.Number when formats.IsDate(cell.Style) => new(DateText(cell), CellState.Unreadable, DateFault(column)),
        CellKind.Number => ReadNumber(cell, column, formats),
        CellKind.Boolean when cell.Text[0] is (byte)'1' or (byte)'t' or (byte)'T' => new("TRUE", CellState.True),
        CellKind.Boolean => new("FALSE", CellState.False),
        CellKind.Date => new(cell.GetText(), CellState.Unreadable, DateFault(column)),
        CellKind.Error => new(cell.GetText(), CellState.Unreadable, "errorValue"),
        _ => new("", CellState.Unreadable, "damaged"),
    };

    /// <summary>Whether a text is of signs of ASCII between two that are no space: it needs no cleaning, and hides nothing.</summary>
    public static bool IsPlain(ReadOnlySpan<byte> utf8) =>
        !utf8.IsEmpty && utf8[0] != (byte)' ' && utf8[^1] != (byte)' ' && !utf8.ContainsAnyExceptInRange((byte)' ', (byte)'~');

    /// <summary>Reads a text cell of a column.</summary>
    public static CellReading ReadText(ReadOnlySpan<byte> utf8, UserColumn column)
    {
        if (IsPlain(utf8)) return new(Encoding.Latin1.GetString(utf8), CellState.Text);
        var text = Encoding.UTF8.GetString(utf8);
        if (CellText.IsDamaged(text)) return new("", CellState.Unreadable, "damaged");
        text = CellText.Clean(text);
        if (text.Length == 0) return new("", CellState.Blank);
        // Else it makes a silent second user.
        return column.Kind is ColumnKind.EmployeeNumber && CellText.HasInvisible(text)
            ? new(text, CellState.Unreadable, "invalid")
            : new(text, CellState.Text);
    }

    /// <summary>Returns how many zeros a person sees before the digits of a whole number (R2); -1 if they see more than digits.</summary>
    public static int ZerosShown(in SheetCell cell, NumberFormats formats) => cell.Length is 0 or > MostDigits ||
        cell.Text.ContainsAnyExceptInRange((byte)'0', (byte)'9') || (cell.Text[0] == (byte)'0' && cell.Length > 1) || formats.IsDate(cell.Style)
        ? -1 : Math.Max(formats.Digits(cell.Style) - cell.Length, 0);

    /// <summary>Whether a cell holds nothing that a person would see (R7).</summary>
    public static bool IsBlank(in SheetCell cell)
    {
        if (cell.Kind is not CellKind.Text) return false;
        var text = cell.Text;
        if (text.IsEmpty) return true;
        if (text[0] is > (byte)' ' and < 0x7F) return false;
        var decoded = Encoding.UTF8.GetString(text);
        return !CellText.IsDamaged(decoded) && CellText.Clean(decoded).Length == 0;
    }

    /// <summary>Says what is wrong with a reading in its column, if anything: a flag that is none, a text that is too long or hides something.</summary>
    public static CellReading WithFault(in CellReading reading, UserColumn column)
    {
        if (reading.Fault is not null || reading.State is CellState.Blank or CellState.Unreadable) return reading;
        var isWrong = column.Kind switch
        {
            ColumnKind.Flag => !(reading.State is CellState.True or CellState.False || (reading.State is CellState.Text && reading.Text is "x" or "X")),
            ColumnKind.Email => reading.Text.Length <= column.MaxLength && CellText.HasInvisible(reading.Text),
            _ => false,
        };
        return isWrong ? reading with { Fault = "invalid" }
            : column.Kind is not ColumnKind.Flag && reading.Text.Length > column.MaxLength ? reading with { Fault = "tooLong" }
            : reading;
    }

    private static CellReading ReadNumber(in SheetCell cell, UserColumn column, NumberFormats formats)
    {
        var raw = cell.Text;
        if (!Utf8Parser.TryParse(raw, out double number, out var used) || used != raw.Length || !double.IsFinite(number))
            return new("", CellState.Unreadable, "damaged");
        if (number == Math.Truncate(number) && Math.Abs(number) < DigitsEnd)
        {
            var digits = Math.Abs((long)number).ToString(CultureInfo.InvariantCulture).PadLeft(formats.Digits(cell.Style), '0');
            return new(number < 0 ? "-" + digits : digits, CellState.Number);
        }
        var text = number.ToString(CultureInfo.InvariantCulture);
        if (column.Kind is not ColumnKind.EmployeeNumber) return new(text, CellState.Number);
        return new(text, CellState.Unreadable, Math.Abs(number) >= DigitsEnd ? "digitsLost" : "invalid");
    }

    // A flag that is a date is no yes and no no; the text columns explain what Excel did (R2, R5).
    private static string DateFault(UserColumn column) => column.Kind is ColumnKind.Flag ? "invalid" : "isDate";

    private static string DateText(in SheetCell cell)
    {
        if (!Utf8Parser.TryParse(cell.Text, out double days, out var used) || used != cell.Text.Length) return "";
        if (days is not (>= 0 and < DatesEnd)) return days.ToString(CultureInfo.InvariantCulture);
        var date = DateTime.FromOADate(days);
        return date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
    }
}
