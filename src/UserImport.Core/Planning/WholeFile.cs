using UserImport.Planning.People;
using UserImport.Rows;

namespace UserImport.Planning;

/// <summary>
/// Damage may show only at the end of a file. Before a check keeps much of its rows, they are read to their end, so that a file that is
/// refused costs neither the memory nor the time of judging them. A check that keeps little of a large file reads it once, unless
/// that costs far more than its bytes.
/// </summary>
internal sealed class WholeFile(ParsedSheet sheet)
{
    private const int ManyRows = 2_000;
    private const long MuchText = 512 << 10;
    private const long VeryMuchText = 16 << 20;

    // A file of which less is kept is worth no second look.
    private const int OneOf = 4;

    private bool _isCertain;
    private long _rows;
    private long _text;

    /// <summary>Counts what is kept of a batch, a problem as much as a row; false if the file turned out to be refused.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="judged">The rows of it that were judged.</param>
    /// <param name="changes">How many changes of others are kept.</param>
    public bool Keep(RowBatch batch, IReadOnlyList<PlannedRow> judged, int changes)
    {
        var kept = judged.Count + changes;
        _rows += kept;
        foreach (var row in judged) _rows += row.Issues.Count;
        _text += (long)batch.TextBytes * kept / batch.Count;
        if (_isCertain || !IsMuch()) return true;
        _isCertain = true;
        sheet.ReadThrough();
        return sheet.Refusal is null;
    }

    private bool IsMuch() => sheet.IsCostly || _text > VeryMuchText || ((_rows > ManyRows || _text > MuchText) && _rows * OneOf >= sheet.RowsRead);
}
