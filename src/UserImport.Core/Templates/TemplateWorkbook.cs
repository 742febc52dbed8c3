using UserImport.Columns;
using UserImport.Resources;
using UserImport.Spreadsheets.Writing;

namespace UserImport.Templates;

/// <summary>The workbook that is the template, and with rows in it the export or the corrections: all three are one.</summary>
internal sealed class TemplateWorkbook
{
    private readonly string _title;
    private readonly TemplateTexts _texts;
    private readonly TemplateLists _lists;
    private readonly UsersSheet _users;
    private readonly InstructionsSheet _instructions;

    /// <summary>Describes a workbook.</summary>
    /// <param name="content">What it holds.</param>
    /// <param name="structure">What the dropdowns offer.</param>
    /// <param name="messages">The texts.</param>
    /// <param name="blankCells">What the instructions say of blank cells.</param>
    public TemplateWorkbook(TemplateContent content, OrgStructure structure, Messages messages, BlankCellPolicy blankCells)
    {
        var units = new OfferedUnits(structure);
        _texts = new TemplateTexts(messages, blankCells, units, structure);
        _title = messages[content.TitleKey];
        _lists = new TemplateLists(units, _texts.ListsSheet, _texts.UsersSheet);
        _users = new UsersSheet(content.Columns, content.Companions, _lists, _texts);
        _instructions = new InstructionsSheet(content.Columns, content.Introduction, _texts);
    }

    /// <summary>Writes the workbook.</summary>
    /// <param name="destination">Where it goes; it stays open.</param>
    /// <param name="writeRows">Writes the rows under the headers.</param>
    /// <param name="cancellationToken">Stops the writing; what is written then is no complete file.</param>
    public async Task WriteAsync(Stream destination, Func<SheetWriter, WorkbookWriter, Task>? writeRows,
        CancellationToken cancellationToken)
    {
        using var workbook = new WorkbookWriter(destination, cancellationToken);
        await workbook.BeginAsync(Describe()).ConfigureAwait(false);
        await workbook.WriteSheetAsync(0, async xml =>
        {
            var rows = new SheetWriter(xml, _users.Before());
            _users.WriteHeaders(rows);
            if (writeRows is not null) await writeRows(rows, workbook).ConfigureAwait(false);
            rows.End(_users.After());
        }).ConfigureAwait(false);
        await workbook.WriteSheetAsync(1, xml =>
        {
            var rows = new SheetWriter(xml, InstructionsSheet.Before());
            _instructions.Write(rows);
            rows.End(_instructions.After());
            return Task.CompletedTask;
        }).ConfigureAwait(false);
        await workbook.WriteSheetAsync(2, xml =>
        {
            var rows = new SheetWriter(xml, []);
            _lists.Write(rows);
            rows.End([]);
            return Task.CompletedTask;
        }).ConfigureAwait(false);
        await workbook.CompleteAsync().ConfigureAwait(false);
    }

    private WorkbookDescription Describe()
    {
        var users = NameDescription.Quote(_texts.UsersSheet);
        return new WorkbookDescription
        {
            Title = _title,
            Language = _texts.Messages.Language,
            Sheets =
            [
                new SheetDescription(_texts.UsersSheet),
                new SheetDescription(_texts.InstructionsSheet),
                new SheetDescription(_texts.ListsSheet, IsHidden: true),
            ],
            Names =
            [
                new NameDescription(TemplateMark.Name, TemplateMark.Formula(_texts.Messages.Language)),
                new NameDescription(TemplateMark.SheetReferenceName, users + "!$A$1"),
                new NameDescription("_xlnm.Print_Titles", users + "!$1:$1", Sheet: 0),
                .. _lists.Names(_users.LettersOf(UserColumns.Company)),
            ],
            Styles = TemplateStyles.Create(),
        };
    }
}

/// <summary>What a workbook holds.</summary>
/// <param name="TitleKey">The text that is its title.</param>
/// <param name="Columns">The columns to be filled in.</param>
internal sealed record TemplateContent(string TitleKey, IReadOnlyList<UserColumn> Columns)
{
    /// <summary>The columns beside them.</summary>
    public IReadOnlyList<Companion> Companions { get; init; } = [];

    /// <summary>What the instructions say first; null for nothing.</summary>
    public string? Introduction { get; init; }
}
