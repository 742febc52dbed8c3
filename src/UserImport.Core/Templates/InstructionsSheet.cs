using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using UserImport.Changes;
using UserImport.Columns;
using UserImport.Resources;
using UserImport.Spreadsheets.Cells;
using UserImport.Spreadsheets.Writing;

namespace UserImport.Templates;

/// <summary>The sheet that explains the workbook to somebody who sees it for the first time.</summary>
internal sealed class InstructionsSheet(IReadOnlyList<UserColumn> columns, string? introduction, TemplateTexts texts)
{
    private const int FirstColumn = 2;
    private const int LastColumn = 6;
    private const double LineHeight = 15.5;
    private const double HighestRow = 409;

    private static readonly double[] Widths = [4, 24, 11, 58, 40, 40];

    private static readonly string[] Notes = ["lists", "quotes", "columns", "text", "sort"];

    private readonly List<string> _merged = [];

    /// <summary>Returns what stands before the rows.</summary>
    public static IEnumerable<OpenXmlElement> Before()
    {
        yield return new SheetProperties(new PageSetupProperties { FitToPage = true });
        yield return new SheetViews(new SheetView { ShowGridLines = false, WorkbookViewId = 0 });
        yield return new SheetFormatProperties { DefaultRowHeight = 15 };
        yield return new DocumentFormat.OpenXml.Spreadsheet.Columns(Widths.Select((width, i) =>
            new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = width, CustomWidth = true }));
    }

    /// <summary>Writes the rows.</summary>
    public void Write(SheetWriter rows)
    {
        WriteLine(rows, texts["instructions.title"], TemplateStyles.Title, 30);
        if (introduction is not null) WriteParagraph(rows, null, introduction);
        WriteSection(rows, "instructions.steps");
        for (var step = 1; texts.Messages.Find(FormattableString.Invariant($"instructions.step.{step}")) is not null; step++)
            WriteParagraph(rows, FormattableString.Invariant($"{step}."),
                texts.Fill(FormattableString.Invariant($"instructions.step.{step}"), ("sheet", texts.UsersSheet)));
        WriteSection(rows, "instructions.columns");
        WriteTable(rows);
        WriteSection(rows, "instructions.notes");
        foreach (var note in Notes) WriteParagraph(rows, "•", texts["instructions.note." + note]);
    }

    /// <summary>Returns what stands behind the rows.</summary>
    public IEnumerable<OpenXmlElement> After()
    {
        yield return new MergeCells(_merged.Select(range => new MergeCell { Reference = range })) { Count = (uint)_merged.Count };
        foreach (var element in PagePrint.Landscape(texts, onOnePage: true)) yield return element;
    }

    private void WriteTable(SheetWriter rows)
    {
        rows.BeginRow(22);
        string[] headers = ["name", "required", "meaning", "example", "blank"];
        for (var i = 0; i < headers.Length; i++)
            rows.WriteText(FirstColumn + i, texts["instructions.columns." + headers[i]], TemplateStyles.TableHeader);
        rows.EndRow();
        foreach (var column in columns)
        {
            string[] cells =
            [
                texts.Header(column), texts[column.IsRequired ? "instructions.yes" : "instructions.no"],
                texts.Meaning(column), texts.Example(column), texts.Blank(column),
            ];
            rows.BeginRow(HeightOf(cells.Select((text, i) => (text, Widths[FirstColumn + i - 1]))));
            for (var i = 0; i < cells.Length; i++)
                rows.WriteText(FirstColumn + i, cells[i], i switch
                {
                    0 => TemplateStyles.TableName,
                    3 => TemplateStyles.TableExample,
                    _ => TemplateStyles.TableCell,
                });
            rows.EndRow();
        }
    }

    private void WriteSection(SheetWriter rows, string key)
    {
        rows.BeginRow(9);
        rows.EndRow();
        WriteLine(rows, texts[key], TemplateStyles.Section, 22);
    }

    private static void WriteLine(SheetWriter rows, string text, uint style, double height)
    {
        rows.BeginRow(height);
        rows.WriteText(FirstColumn, text, style);
        rows.EndRow();
    }

    // Merged cells never grow by themselves, so their rows are given a height.
    private void WriteParagraph(SheetWriter rows, string? sign, string text)
    {
        rows.BeginRow(HeightOf([(text, Widths[(FirstColumn - 1)..].Sum())]));
        if (sign is not null) rows.WriteText(1, sign, TemplateStyles.StepNumber);
        rows.WriteText(FirstColumn, text, TemplateStyles.Body);
        rows.EndRow();
        _merged.Add($"{ColumnLetters.Of(FirstColumn)}{rows.Row}:{ColumnLetters.Of(LastColumn)}{rows.Row}");
    }

    private static double HeightOf(IEnumerable<(string Text, double Width)> cells) =>
        Math.Min(HighestRow, LineHeight * cells.Max(cell => TextLines.Count(cell.Text, cell.Width)) + 3);
}
