using System.Collections;
using Microsoft.Extensions.Options;
using UserImport.Columns;
using UserImport.Rows;

namespace UserImport.Benchmarks.Workloads;

/// <summary>The rows of a workbook, fourteen texts each, read anew at every enumeration.</summary>
internal sealed class ParsedRows(byte[] workbook) : IEnumerable<string[]>
{
    public IEnumerator<string[]> GetEnumerator()
    {
        var options = new UserImportOptions();
        Limits.Raise(options.Limits);
        using var sheet = new RowParser(Options.Create(options)).Parse(new MemoryStream(workbook, writable: false));
        foreach (var row in sheet.Rows) yield return [.. UserColumns.All.Select(column => row[column])];
        if (sheet.Refusal is { } refusal) throw new InvalidDataException(refusal.Message);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
