using System.Globalization;
using System.Text;
using ExcelDataReader;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;
using UserImport.Benchmarks.Workloads;
using UserImport.Rows;

namespace UserImport.Benchmarks.Readers;

/// <summary>Libraries that give the value of a cell as an object.</summary>
internal static class ObjectReaders
{
    // ExcelDataReader asks for code page 1252 before it knows the format.
    static ObjectReaders() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static CellSum ReadWithExcelDataReader(Upload upload)
    {
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(upload.Open());
        while (reader.Name != upload.SheetName)
            if (!reader.NextResult())
                throw new InvalidDataException("The sheet is missing.");
        var sum = upload.NewSum();
        for (var row = 1; reader.Read(); row++)
        {
            if (row <= upload.HeaderRow) continue;
            for (var i = 0; i < reader.FieldCount; i++) sum.Add(upload.ColumnAt(i + 1), TextOf(reader.GetValue(i)));
        }
        return sum;
    }

    public static CellSum ReadWithMiniExcel(Upload upload)
    {
        using var stream = upload.Open();
        var sum = upload.NewSum();
        var row = 0;
        // Its cache of shared strings on disk saves memory and costs time.
        var configuration = new OpenXmlConfiguration { EnableSharedStringCache = false };
        foreach (IDictionary<string, object> cells in stream.Query(sheetName: upload.SheetName, configuration: configuration))
        {
            if (++row <= upload.HeaderRow) continue;
            var column = 0;
            foreach (var value in cells.Values) sum.Add(upload.ColumnAt(++column), TextOf(value));
        }
        return sum;
    }

    private static string TextOf(object? value) => value switch
    {
        null => "",
        string text => text,
        bool flag => flag ? "TRUE" : "FALSE",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
