namespace UserImport.Planning;

/// <summary>Rows on which another one has a bearing.</summary>
/// <param name="AsStored">Those that say exactly what is stored.</param>
/// <param name="Spelled">The others.</param>
internal readonly record struct DrawnInRows(List<SetAsideRow> AsStored, List<MatchedRow> Spelled)
{
    public int Count => AsStored.Count + Spelled.Count;
}

/// <summary>A row that says exactly what is stored of one user.</summary>
/// <param name="Ordinal">Which row of the file it is, from 0.</param>
/// <param name="RowNumber">The row number that Excel shows.</param>
/// <param name="EmployeeNumber">The employee number, as stored.</param>
/// <param name="ContentHash">A hash of all that the row says.</param>
internal readonly record struct SetAsideRow(int Ordinal, int RowNumber, string EmployeeNumber, ulong ContentHash);
