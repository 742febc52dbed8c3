namespace UserImport.Planning;

/// <summary>A settled row on which another one has a bearing.</summary>
/// <param name="Ordinal">Which row of the file it is, from 0.</param>
/// <param name="RowNumber">The row number that Excel shows.</param>
/// <param name="EmployeeNumber">The employee number, as stored.</param>
/// <param name="ContentHash">A hash of all that the row says.</param>
/// <param name="Planned">What the row makes of its user; null if it changes nothing.</param>
internal readonly record struct DrawnInRow(int Ordinal, int RowNumber, string EmployeeNumber, ulong ContentHash, UserRecord? Planned);
