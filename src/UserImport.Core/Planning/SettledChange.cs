namespace UserImport.Planning;

/// <summary>The change of a row on which no other has a bearing.</summary>
internal readonly record struct SettledChange(int Ordinal, UserChange Change);
