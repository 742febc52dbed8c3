namespace UserImport.Benchmarks.Readers;

/// <summary>Follows a sheet cell by cell for readers that give references such as <c>F12</c>.</summary>
internal struct CellPlaces
{
    public int Row { get; private set; }

    public int Column { get; private set; }

    public void BeginRow(uint? number)
    {
        Row = number is { } given ? (int)given : Row + 1;
        Column = 0;
    }

    public void MoveTo(string? reference)
    {
        Column++;
        if (reference is null) return;
        Column = 0;
        foreach (var c in reference)
        {
            if (!char.IsAsciiLetterUpper(c)) break;
            Column = Column * 26 + (c - 'A' + 1);
        }
    }
}
