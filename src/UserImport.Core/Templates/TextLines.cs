namespace UserImport.Templates;

/// <summary>
/// Estimates how many lines a text takes. Not every program finds the height of a row when it opens a file, and none does for
/// merged cells, so rows with long texts are given one.
/// </summary>
internal static class TextLines
{
    // A column's width counts digits; letters are a little narrower on average.
    private const double LettersPerDigit = 1.05;

    /// <summary>Returns how many lines a text takes in a cell of a width, broken at spaces.</summary>
    public static int Count(string text, double width)
    {
        var room = Math.Max(1, (int)(width * LettersPerDigit));
        return text.Split('\n').Sum(line => CountOfLine(line, room));
    }

    private static int CountOfLine(string line, int room)
    {
        int lines = 1, used = 0;
        foreach (var word in line.Split(' '))
        {
            if (used > 0 && used + 1 + word.Length > room)
            {
                lines++;
                used = 0;
            }
            used += word.Length + (used > 0 ? 1 : 0);
            lines += (used - 1) / room;
            if (used > room) used = (used - 1) % room + 1;
        }
        return lines;
    }
}
