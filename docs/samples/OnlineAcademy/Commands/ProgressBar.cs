using OnlineAcademy.Imports;
using UserImport;

namespace OnlineAcademy.Commands;

/// <summary>A progress bar on one line of the terminal; it clears itself away at the end.</summary>
internal sealed class ProgressBar(TextWriter? line, Texts texts) : IProgress<ImportProgress>, IDisposable
{
    private const int Width = 30;
    private const int Step = 1000;

    private readonly Lock _gate = new();
    private bool _isShown;

    /// <inheritdoc />
    public void Report(ImportProgress value) => Show(value.Done, value.Total, ProgressText.Of(texts, value));

    /// <summary>Passes users on and shows how many went by.</summary>
    public async IAsyncEnumerable<UserRecord> Watch(IAsyncEnumerable<UserRecord> users, long total)
    {
        var done = 0L;
        await foreach (var user in users)
        {
            if (done++ % Step == 0) Show(done, total, texts["{0:N0} of {1:N0} users written", done, total]);
            yield return user;
        }
    }

    private void Show(long done, long? total, string text)
    {
        if (line is null) return;
        lock (_gate)
        {
            var bar = "";
            if (total is > 0 and var all)
            {
                var filled = (int)(Math.Min(done, all) * Width / all);
                bar = $"[{new string('#', filled)}{new string('.', Width - filled)}] ";
            }
            line.Write($"\r\e[K{bar}{text}");
            _isShown = true;
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (_isShown) line!.Write("\r\e[K");
    }
}
