using System.Globalization;
using Microsoft.Extensions.Options;
using UserImport.Columns;
using UserImport.Resources;
using UserImport.Rows;
using UserImport.Spreadsheets.Writing;

namespace UserImport.Templates;

/// <summary>Writes users into a filled-in template, which changes nothing when it is uploaded again as it is (K7).</summary>
internal sealed class UserExporter
{
    private readonly ColumnTable _columns;
    private readonly BlankCellPolicy _blankCells;

    /// <summary>Creates an exporter for the columns that the options declare (C6).</summary>
    public UserExporter(IOptions<UserImportOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _columns = ColumnTable.Of(options.Value);
        _blankCells = options.Value.BlankCells;
    }

    /// <summary>Writes the users one by one; memory does not grow with their number. The stream stays open.</summary>
    /// <remarks>A text of more than 32,767 characters, which no cell can hold, is cut and ends in '…'.</remarks>
    /// <param name="users">The users, in the order of the rows.</param>
    /// <param name="structure">What the dropdowns offer, and by what names languages are written.</param>
    /// <param name="destination">Where the workbook goes; only asynchronous writes are made.</param>
    /// <param name="culture">The language of headers and instructions, English or Dutch; English if null.</param>
    /// <param name="cancellationToken">Stops the writing; what is written then is no complete file.</param>
    /// <exception cref="InvalidOperationException">There are more users than a sheet has rows, 1,048,575.</exception>
    public Task WriteAsync(IAsyncEnumerable<UserRecord> users, OrgStructure structure, Stream destination,
        CultureInfo? culture = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(users);
        ArgumentNullException.ThrowIfNull(structure);
        ArgumentNullException.ThrowIfNull(destination);
        var content = new TemplateContent("template.title.Export", _columns.All);
        var workbook = new TemplateWorkbook(content, structure, Messages.For(culture), _blankCells);
        var cells = new UserCells(structure);
        return workbook.WriteAsync(destination,
            (rows, writer) => WriteRowsAsync(users, cells, rows, writer, cancellationToken), cancellationToken);
    }

    private async Task WriteRowsAsync(IAsyncEnumerable<UserRecord> users, UserCells cells, SheetWriter rows, WorkbookWriter writer,
        CancellationToken cancellationToken)
    {
        var fields = _columns.Fields;
        await foreach (var user in users.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            rows.BeginRow();
            for (var i = 0; i < fields.Length; i++)
            {
                var text = cells.TextOf(user, fields[i]);
                if (text.Length > 0) rows.WriteText(i + 1, text, UsersSheet.TextStyle(fields[i].Column));
            }
            rows.EndRow();
            await writer.FlushIfFullAsync().ConfigureAwait(false);
        }
    }
}
