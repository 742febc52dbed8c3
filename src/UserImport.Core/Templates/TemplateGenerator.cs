using System.Globalization;
using Microsoft.Extensions.Options;
using UserImport.Columns;
using UserImport.Resources;

namespace UserImport.Templates;

/// <summary>Writes the template that administrators fill in, with dropdowns, input messages and instructions (C5).</summary>
public sealed class TemplateGenerator
{
    private readonly ColumnTable _columns;
    private readonly BlankCellPolicy _blankCells;

    /// <summary>Creates a generator for the columns that the options declare (C6).</summary>
    public TemplateGenerator(IOptions<UserImportOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _columns = ColumnTable.Of(options.Value);
        _blankCells = options.Value.BlankCells;
    }

    /// <summary>Writes a blank template; the same structure gives the same bytes. The stream stays open.</summary>
    /// <param name="structure">What the dropdowns offer; retired units are left out (M5).</param>
    /// <param name="destination">Where the workbook goes; only asynchronous writes are made.</param>
    /// <param name="culture">The language, English or Dutch; English if null.</param>
    /// <param name="cancellationToken">Stops the writing; what is written then is no complete file.</param>
    public Task WriteAsync(OrgStructure structure, Stream destination, CultureInfo? culture = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(structure);
        ArgumentNullException.ThrowIfNull(destination);
        var content = new TemplateContent("template.title.Template", _columns.All);
        var workbook = new TemplateWorkbook(content, structure, Messages.For(culture), _blankCells);
        return workbook.WriteAsync(destination, null, cancellationToken);
    }
}
