using System.Text;
using UserImport.Columns;
using UserImport.Rows;
using UserImport.Spreadsheets;
using UserImport.Spreadsheets.Cells;

namespace UserImport.Tests.Rows;

public class CellReaderTests
{
    // The formats 0 to 2: none, 00000, a date.
    private static readonly NumberFormats Formats = new([0, 5, -1]);

    [Theory]
    [Trait("Rule", "R2")]
    [InlineData("0", 0, "0")]
    [InlineData("-0", 0, "0")]
    [InlineData("7", 1, "00007")]
    [InlineData("-7", 1, "-00007")]
    [InlineData("123456", 1, "123456")]
    [InlineData("1E3", 0, "1000")]
    [InlineData("999999999999999", 0, "999999999999999")]
    [InlineData("-999999999999999", 0, "-999999999999999")]
    [InlineData("0.1", 0, "0.1")]
    [InlineData("-2.5", 0, "-2.5")]
    [InlineData("1e15", 0, "1000000000000000")]
    public void A_number_is_written_as_a_person_sees_it(string raw, int style, string text) =>
        Read(CellKind.Number, raw, UserColumns.CostCenter, style).Should().Be(new CellReading(text, CellState.Number));

    [Theory]
    [Trait("Rule", "R2")]
    [InlineData("999999999999999", "999999999999999", CellState.Number, null)]
    [InlineData("1e15", "1000000000000000", CellState.Unreadable, "digitsLost")]
    [InlineData("-1e15", "-1000000000000000", CellState.Unreadable, "digitsLost")]
    [InlineData("1000000000000000.5", "1000000000000000.5", CellState.Unreadable, "digitsLost")]
    [InlineData("7.5", "7.5", CellState.Unreadable, "invalid")]
    [InlineData("-7.5", "-7.5", CellState.Unreadable, "invalid")]
    internal void A_number_that_Excel_may_have_cut_is_no_employee_number(string raw, string text, CellState state, string? fault) =>
        Read(CellKind.Number, raw, UserColumns.EmployeeNumber).Should().Be(new CellReading(text, state, fault));

    [Theory]
    [Trait("Rule", "R4")]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("7x")]
    [InlineData("7 ")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("1e999")]
    public void What_is_no_number_is_damaged(string raw) =>
        Read(CellKind.Number, raw, UserColumns.CostCenter).Should().Be(new CellReading("", CellState.Unreadable, "damaged"));

    [Theory]
    [Trait("Rule", "R2")]
    [InlineData("0", "1899-12-30")]
    [InlineData("45000", "2023-03-15")]
    [InlineData("45000.5", "2023-03-15 12:00:00")]
    [InlineData("2958465", "9999-12-31")]
    [InlineData("2958466", "2958466")]
    [InlineData("-1", "-1")]
    [InlineData("NaN", "NaN")]
    [InlineData("45000x", "")]
    [InlineData("x", "")]
    public void A_date_is_a_fault_that_shows_the_date(string raw, string text)
    {
        Read(CellKind.Number, raw, UserColumns.FirstName, 2).Should().Be(new CellReading(text, CellState.Unreadable, "isDate"));
        Read(CellKind.Number, raw, UserColumns.Active, 2).Should().Be(new CellReading(text, CellState.Unreadable, "invalid"));
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData("true", true)]
    [InlineData("TRUE", true)]
    [InlineData("0", false)]
    [InlineData("false", false)]
    public void A_boolean_is_TRUE_or_FALSE(string raw, bool value) =>
        Read(CellKind.Boolean, raw, UserColumns.Active).Should().Be(value ? new CellReading("TRUE", CellState.True) : new CellReading("FALSE", CellState.False));

    [Fact]
    public void Dates_errors_and_damage_are_faults_of_every_column()
    {
        Read(CellKind.Date, "2024-01-31", UserColumns.Prefix).Should().Be(new CellReading("2024-01-31", CellState.Unreadable, "isDate"));
        Read(CellKind.Date, "2024-01-31", UserColumns.Active).Should().Be(new CellReading("2024-01-31", CellState.Unreadable, "invalid"));
        Read(CellKind.Error, "#N/A", UserColumns.Active).Should().Be(new CellReading("#N/A", CellState.Unreadable, "errorValue"));
        Read(CellKind.Damaged, "", UserColumns.Active).Should().Be(new CellReading("", CellState.Unreadable, "damaged"));
    }

    [Theory]
    [Trait("Rule", "R1")]
    [InlineData("a", "a", CellState.Text, null)]
    [InlineData("~", "~", CellState.Text, null)]
    [InlineData("a b", "a b", CellState.Text, null)]
    [InlineData(" a", "a", CellState.Text, null)]
    [InlineData("a ", "a", CellState.Text, null)]
    [InlineData("\u00E9", "\u00E9", CellState.Text, null)]
    [InlineData("a\u200Bb", "a\u200Bb", CellState.Unreadable, "invalid")]
    [InlineData("a\nb", "a b", CellState.Text, null)]
    [InlineData("", "", CellState.Blank, null)]
    [InlineData(" \u200B\t", "", CellState.Blank, null)]
    [InlineData("a\u007Fb", "", CellState.Unreadable, "damaged")]
    [InlineData("a\0", "", CellState.Unreadable, "damaged")]
    internal void A_text_is_cleaned_and_what_hides_in_a_number_is_a_fault(string raw, string text, CellState state, string? fault)
    {
        CellReader.ReadText(Encoding.UTF8.GetBytes(raw), UserColumns.EmployeeNumber).Should().Be(new CellReading(text, state, fault));
        Read(CellKind.Text, raw, UserColumns.EmployeeNumber).Should().Be(new CellReading(text, state, fault));
        if (fault == "invalid") CellReader.ReadText(Encoding.UTF8.GetBytes(raw), UserColumns.LastName).Should().Be(new CellReading(text, CellState.Text));
    }

    [Theory]
    [Trait("Rule", "R7")]
    [InlineData("", true)]
    [InlineData(" ", true)]
    [InlineData("\u00A0\u200B\n", true)]
    [InlineData(" a", false)]
    [InlineData("!", false)]
    [InlineData("~", false)]
    [InlineData("\u00E9", false)]
    [InlineData("\u007F", false)]
    [InlineData(" \0", false)]
    public void A_cell_is_blank_if_a_person_sees_nothing_in_it(string raw, bool isBlank)
    {
        CellReader.IsBlank(Cell(CellKind.Text, raw)).Should().Be(isBlank);
        CellReader.IsBlank(Cell(CellKind.Number, raw)).Should().BeFalse();
    }

    [Theory]
    [Trait("Rule", "R5")]
    [InlineData("x", CellState.Text, null)]
    [InlineData("X", CellState.Text, null)]
    [InlineData("xx", CellState.Text, "invalid")]
    [InlineData("x", CellState.Number, "invalid")]
    [InlineData("TRUE", CellState.True, null)]
    [InlineData("FALSE", CellState.False, null)]
    [InlineData("TRUE", CellState.Text, "invalid")]
    [InlineData("1", CellState.Number, "invalid")]
    [InlineData("", CellState.Blank, null)]
    [InlineData("", CellState.Unreadable, null)]
    internal void A_flag_is_x_TRUE_FALSE_or_blank(string text, CellState state, string? fault) =>
        CellReader.WithFault(new CellReading(text, state), UserColumns.Active).Should().Be(new CellReading(text, state, fault));

    [Fact]
    [Trait("Rule", "R9")]
    public void A_text_may_be_as_long_as_its_column_allows_and_no_longer()
    {
        FaultOf(new string('a', 255), UserColumns.LastName).Should().BeNull();
        FaultOf(new string('a', 256), UserColumns.LastName).Should().Be("tooLong");
        FaultOf(new string('a', 254), UserColumns.Email).Should().BeNull();
        FaultOf(new string('a', 255), UserColumns.Email).Should().Be("tooLong");
        FaultOf("\u200B" + new string('a', 253), UserColumns.Email).Should().Be("invalid");
        FaultOf("\u200B" + new string('a', 254), UserColumns.Email).Should().Be("tooLong");
        FaultOf(new string('x', 40_000), UserColumns.Active).Should().Be("invalid");
    }

    [Fact]
    public void A_fault_that_is_known_stays_the_fault() =>
        CellReader.WithFault(new CellReading(new string('a', 300), CellState.Text, "isDate"), UserColumns.LastName).Fault.Should().Be("isDate");

    private static string? FaultOf(string text, UserColumn column) => CellReader.WithFault(new CellReading(text, CellState.Text), column).Fault;

    private static CellReading Read(CellKind kind, string raw, UserColumn column, int style = 0) => CellReader.Read(Cell(kind, raw, style), column, Formats);

    private static SheetCell Cell(CellKind kind, string raw, int style = 0) => new(1, kind, style, Encoding.UTF8.GetBytes(raw));
}
