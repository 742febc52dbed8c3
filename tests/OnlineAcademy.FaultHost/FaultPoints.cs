namespace OnlineAcademy.FaultHost;

/// <summary>The moments of one import at which it can be killed; each is printed as it passes, with its number.</summary>
/// <remarks>
/// A line a moment: the number of the import, then <c>passes 12 before commit</c>, <c>stands 12 before commit</c> (and it goes no
/// further), <c>done</c> with the outcomes as JSON, or <c>failed</c> with the exception.
/// </remarks>
internal sealed class FaultPoints(int import, int? stop)
{
    private int _next;
    private string? _written;

    /// <summary>Passes a point, or stands still at it until the process is killed.</summary>
    public async ValueTask ReachAsync(string name)
    {
        _written = null;
        var number = _next++;
        Print($"{(number == stop ? "stands" : "passes")} {number} {name}");
        if (number == stop) await Task.Delay(Timeout.Infinite);
    }

    /// <summary>Passes the two points of a write: of statements that write the same table one after another, the first has them.</summary>
    public async ValueTask ReachWriteAsync(string table, bool isDone)
    {
        if (_written == table) return;
        await ReachAsync($"{(isDone ? "after" : "before")} writing {table}");
        if (isDone) _written = table;
    }

    /// <summary>Prints a line of this import.</summary>
    public void Print(string line)
    {
        // One call a line: imports beside it print too, and a killed process flushes nothing.
        Console.Out.WriteLine($"{import} {line}");
        Console.Out.Flush();
    }
}
