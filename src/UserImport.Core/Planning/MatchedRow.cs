using UserImport.Columns;
using UserImport.Rows;

namespace UserImport.Planning;

/// <summary>A row, its user if the lookup gave one, and the columns that say what is stored of them.</summary>
internal readonly record struct MatchedRow(UserRow Row, int Ordinal, UserRecord? User, ColumnSet AsStored);
