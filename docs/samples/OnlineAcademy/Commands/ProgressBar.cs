using OnlineAcademy.Imports;
using UserImport;

namespace OnlineAcademy.Commands;

/// <summary>A progress bar on one line of the terminal; it clears itself away at the end.</summary>
internal sealed class ProgressBar(TextWriter? line, Texts texts) : IProgress<ImportProgress>, IDisposable
{
    private const int Width = 30;

    private readonly Lock _gate = new();
    private bool _isShown;

    /// <inheritdoc />
    public void Report(ImportProgress value)
    {
        if (line is null) return;
        lock (_gate)
        {
            var bar = "";
            if (value.Total is > 0 and var total)
            {
                var filled = (int)(Math.Min(value.Done, total) * Width / total);
                bar = $"[{new string('#', filled)}{new string('.', Width - filled)}] ";
            }
            line.Write($"\r\e[K{bar}{ProgressText.Of(texts, value)}");
            _isShown = true;
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (_isShown) line!.Write("\r\e[K");
    }
}
