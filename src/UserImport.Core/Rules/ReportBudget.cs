namespace UserImport.Rules;

/// <summary>
/// How many problems the list cells of a check report. Some of each are always told, and more as long as all cells together stay within
/// what an honest file has wrong: a text of 16,000 commas that every row shares would cost gigabytes.
/// </summary>
internal sealed class ReportBudget
{
    private const int OfEachCell = 20;

    private int _more = 20_000;

    /// <summary>Whether a cell that has reported so many problems may report one more.</summary>
    public bool Allows(int reported)
    {
        if (reported < OfEachCell) return true;
        if (_more == 0) return false;
        _more--;
        return true;
    }
}
