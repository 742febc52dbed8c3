using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using UserImport.Changes;

namespace UserImport.Templates;

/// <summary>The formats of cells. What a format says by colour, it also says by weight, border or sign.</summary>
internal static class TemplateStyles
{
    public const uint Text = 1;
    public const uint Flag = 2;
    public const uint RequiredHeader = 3;
    public const uint OptionalHeader = 4;
    public const uint CompanionHeader = 5;
    public const uint Fault = 6;
    public const uint FlagFault = 7;
    public const uint Reason = 8;
    public const uint OriginalRow = 9;
    public const uint Title = 10;
    public const uint Section = 11;
    public const uint Body = 12;
    public const uint StepNumber = 13;
    public const uint TableHeader = 14;
    public const uint TableCell = 15;
    public const uint TableName = 16;
    public const uint TableExample = 17;
    public const uint FlagHeader = 18;

    private const string Navy = "FF1F3864";
    private const string PaleBlue = "FFDCE6F2";
    private const string PaleGrey = "FFEDEDED";
    private const string PaleRed = "FFFDE4E1";
    private const string DarkRed = "FFB3261E";
    private const string Line = "FF8EA9CC";
    private const uint TextFormat = 49;

    private const uint Bold = 1, White = 2, NavyBold = 3, Italic = 4, Large = 5, Medium = 6;
    private const uint NavyFill = 2, BlueFill = 3, GreyFill = 4, RedFill = 5;
    private const uint ThinBorder = 1, ThickBorder = 2;

    /// <summary>Returns the styles part.</summary>
    public static Stylesheet Create() => new(
        new Fonts(
            NewFont(11), NewFont(11, bold: true), NewFont(11, "FFFFFFFF", bold: true), NewFont(11, Navy, bold: true),
            NewFont(11, "FF595959", italic: true), NewFont(18, Navy, bold: true), NewFont(13, Navy, bold: true)),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            Solid(Navy), Solid(PaleBlue), Solid(PaleGrey), Solid(PaleRed)),
        new Borders(new Border(), NewBorder(BorderStyleValues.Thin, Line), NewBorder(BorderStyleValues.Thick, DarkRed)),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            Format(indent: true),
            Format(horizontal: HorizontalAlignmentValues.Center),
            Header(White, NavyFill),
            Header(NavyBold, BlueFill),
            Header(NavyBold, GreyFill),
            Format(fill: RedFill, border: ThickBorder, indent: true),
            Format(fill: RedFill, border: ThickBorder, horizontal: HorizontalAlignmentValues.Center),
            Format(wrap: true, indent: true),
            Format(font: Italic, horizontal: HorizontalAlignmentValues.Center),
            Format(font: Large, indent: true),
            Format(font: Medium, indent: true),
            Format(wrap: true, indent: true),
            Format(font: NavyBold, horizontal: HorizontalAlignmentValues.Right),
            Header(White, NavyFill),
            Format(border: ThinBorder, wrap: true, indent: true),
            Format(font: Bold, border: ThinBorder, wrap: true, indent: true),
            Format(font: Italic, border: ThinBorder, wrap: true, indent: true),
            Header(NavyBold, BlueFill, HorizontalAlignmentValues.Center)),
        new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }));

    private static CellFormat Header(uint font, uint fill, HorizontalAlignmentValues? horizontal = null) =>
        Format(font, fill, ThinBorder, horizontal, wrap: true, indent: horizontal is null);

    private static CellFormat Format(uint font = 0, uint fill = 0, uint border = 0, HorizontalAlignmentValues? horizontal = null,
        bool wrap = false, bool indent = false) => new(
        new Alignment
        {
            Horizontal = indent ? HorizontalAlignmentValues.Left : horizontal,
            Vertical = VerticalAlignmentValues.Center,
            WrapText = wrap ? true : null,
            Indent = indent ? 1u : null,
        })
    {
        NumberFormatId = TextFormat,
        FormatId = 0,
        FontId = font,
        FillId = fill,
        BorderId = border,
        ApplyNumberFormat = true,
        ApplyFont = font > 0 ? true : null,
        ApplyFill = fill > 0 ? true : null,
        ApplyBorder = border > 0 ? true : null,
        ApplyAlignment = true,
    };

    private static Font NewFont(double size, string? color = null, bool bold = false, bool italic = false) =>
        new(Parts(size, color, bold, italic));

    private static IEnumerable<OpenXmlElement> Parts(double size, string? color, bool bold, bool italic)
    {
        if (bold) yield return new Bold();
        if (italic) yield return new Italic();
        yield return new FontSize { Val = size };
        if (color is not null) yield return new Color { Rgb = color };
        yield return new FontName { Val = "Calibri" };
        yield return new FontFamilyNumbering { Val = 2 };
    }

    private static Fill Solid(string color) => new(
        new PatternFill(new ForegroundColor { Rgb = color }, new BackgroundColor { Indexed = 64 })
        {
            PatternType = PatternValues.Solid,
        });

    private static Border NewBorder(BorderStyleValues style, string color) => new(
        new LeftBorder(new Color { Rgb = color }) { Style = style },
        new RightBorder(new Color { Rgb = color }) { Style = style },
        new TopBorder(new Color { Rgb = color }) { Style = style },
        new BottomBorder(new Color { Rgb = color }) { Style = style },
        new DiagonalBorder());
}
