namespace UserImport.Spreadsheets.Cells;

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

    /// <summary>Reads what is left as mere bytes, so that length and checksum are verified; no row is read after that.</summary>
    /// <param name="mostBytes">How many there may be: nothing is read beyond the block that holds one more.</param>
    /// <returns>How many were read; nothing is verified if they are more.</returns>
    long Verify(long mostBytes);
}
