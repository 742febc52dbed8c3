using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using UserImport.Changes;

namespace UserImport.Templates;

/// <summary>How a sheet is printed: as wide as the paper, as long as it is or on one page, with page numbers.</summary>
internal static class PagePrint
{
    private const uint A4 = 9;

    public static IEnumerable<OpenXmlElement> Landscape(TemplateTexts texts, bool onOnePage = false)
    {
        yield return new PageMargins { Left = 0.4, Right = 0.4, Top = 0.5, Bottom = 0.6, Header = 0.3, Footer = 0.3 };
        yield return new PageSetup
        {
            PaperSize = A4,
            Orientation = OrientationValues.Landscape,
            FitToWidth = 1,
            FitToHeight = onOnePage ? 1u : 0u,
        };
        yield return new HeaderFooter(new OddFooter("&L&A&R" + texts.Fill("template.page", ("page", "&P"), ("pages", "&N"))));
    }
}
