namespace UserImport.Spreadsheets;

/// <summary>Reads a sheet row by row. What it throws is a <see cref="WorkbookRefusedException"/> or the stream's own.</summary>
internal interface ISheetReader : IDisposable
{
    /// <summary>The current row, reused.</summary>
    SheetRow Row { get; }

    /// <summary>
    /// Moves to the next row that is wanted; false at the end, when everything that the part promised (length, checksum,
    /// closing tags) has been verified.
    /// </summary>
    bool Read();
}
