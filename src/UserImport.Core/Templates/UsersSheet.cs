using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using UserImport.Changes;
using UserImport.Columns;
using UserImport.Resources;
using UserImport.Spreadsheets.Cells;
using UserImport.Spreadsheets.Writing;

namespace UserImport.Templates;

/// <summary>The sheet that is filled in: its headers, its text columns, its dropdowns and input messages.</summary>
internal sealed class UsersSheet(
    IReadOnlyList<UserColumn> columns, IReadOnlyList<Companion> companions, TemplateLists lists, TemplateTexts texts)
{
    private const int LongestTitle = 32;
    private const int LongestPrompt = 255;
    private const int LongestError = 225;
    private const double HeaderHeight = 34;
    private const double RowHeight = 20;

    /// <summary>The letters of a column.</summary>
    public string LettersOf(UserColumn column) => ColumnLetters.Of(columns.ToList().IndexOf(column) + 1);

    /// <summary>Returns what stands before the rows.</summary>
    public IEnumerable<OpenXmlElement> Before()
    {
        yield return new SheetProperties(new PageSetupProperties { FitToPage = true });
        yield return new SheetViews(new SheetView(
            new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen },
            new Selection { Pane = PaneValues.BottomLeft, ActiveCell = "A2", SequenceOfReferences = new() { InnerText = "A2" } })
        {
            TabSelected = true,
            WorkbookViewId = 0,
        });
        yield return new SheetFormatProperties { DefaultRowHeight = RowHeight, CustomHeight = true };
        var widths = columns.Select(column => (column.Width, Style: TextStyle(column)))
            .Concat(companions.Select(companion => (companion.Width, companion.Style)));
        yield return new DocumentFormat.OpenXml.Spreadsheet.Columns(widths.Select((column, i) => new Column
        {
            Min = (uint)i + 1,
            Max = (uint)i + 1,
            Width = column.Width,
            CustomWidth = true,
            Style = column.Style,
        }));
    }

    /// <summary>Writes the header row.</summary>
    public void WriteHeaders(SheetWriter rows)
    {
        rows.BeginRow(HeaderHeight);
        var at = 0;
        foreach (var column in columns)
            rows.WriteText(++at, texts.Header(column), HeaderStyle(column));
        foreach (var companion in companions) rows.WriteText(++at, companion.Header, TemplateStyles.CompanionHeader);
        rows.EndRow();
    }

    /// <summary>Returns what stands behind the rows.</summary>
    public IEnumerable<OpenXmlElement> After()
    {
        var validations = columns.Select(Validation).ToList();
        yield return new DataValidations(validations) { Count = (uint)validations.Count };
        foreach (var element in PagePrint.Landscape(texts)) yield return element;
    }

    /// <summary>The format of a column's cells.</summary>
    public static uint TextStyle(UserColumn column) => column.Kind == ColumnKind.Flag ? TemplateStyles.Flag : TemplateStyles.Text;

    private static uint HeaderStyle(UserColumn column) =>
        column.IsRequired ? TemplateStyles.RequiredHeader
        : column.Kind == ColumnKind.Flag ? TemplateStyles.FlagHeader : TemplateStyles.OptionalHeader;

    private DataValidation Validation(UserColumn column)
    {
        var letters = LettersOf(column);
        var prompt = column.IsRequired ? $"{texts["template.required"]} {texts.Meaning(column)}" : texts.Meaning(column);
        var validation = new DataValidation
        {
            AllowBlank = true,
            ShowInputMessage = true,
            PromptTitle = Limit(column.Header(texts.Messages), LongestTitle),
            Prompt = Limit(prompt, LongestPrompt),
            SequenceOfReferences = new() { InnerText = FormattableString.Invariant($"{letters}2:{letters}{SheetWriter.LastRow}") },
        };
        if (lists.ListOf(column) is not { } list) return validation;

        // A name that the list lacks may still be accepted, or one that the user keeps: only a flag has no other values.
        var isFlag = column.Kind == ColumnKind.Flag;
        validation.Type = DataValidationValues.List;
        validation.ErrorStyle = isFlag ? null : DataValidationErrorStyleValues.Warning;
        validation.ShowErrorMessage = true;
        validation.ErrorTitle = Limit(texts["template.error.title"], LongestTitle);
        validation.Error = Limit(texts[isFlag ? "template.error.flag" : "template.error.list"], LongestError);
        validation.Append(new Formula1(list));
        return validation;
    }

    // Excel repairs a file whose messages are longer, and takes the dropdowns away. The stored form is what it counts.
    private static string Limit(string text, int longest)
    {
        var stored = CellEscapes.Encode(CellText.Clean(text));
        if (stored.Length <= longest) return stored;
        var end = char.IsHighSurrogate(stored[longest - 2]) ? longest - 2 : longest - 1;
        return string.Concat(stored.AsSpan(0, end), "…");
    }
}

/// <summary>A column beside the known ones: for people, ignored by the import (K6).</summary>
internal sealed record Companion(string Header, double Width, uint Style);
