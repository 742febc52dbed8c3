using System.Globalization;
using System.Text;
using System.Text.Json;

namespace OnlineAcademy.Commands;

/// <summary>Where a command writes: the result to standard output, everything else to standard error.</summary>
internal sealed class Terminal(TextWriter output, TextWriter error, bool hasColours, bool showsProgress)
{
    /// <summary>The result, and nothing else.</summary>
    public TextWriter Out { get; } = output;

    /// <summary>What went wrong, and what is going on.</summary>
    public TextWriter Error { get; } = error;

    /// <summary>Opens the terminal of this process, in UTF-8 without a byte order mark.</summary>
    public static Terminal OfProcess()
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var output = new StreamWriter(Console.OpenStandardOutput(), utf8, 1 << 16) { AutoFlush = !Console.IsOutputRedirected, NewLine = "\n" };
        var error = new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true, NewLine = "\n" };
        var wantsColours = Environment.GetEnvironmentVariable("NO_COLOR") is null or "";
        return new Terminal(output, error, wantsColours && !Console.IsOutputRedirected, !Console.IsErrorRedirected);
    }

    /// <summary>Returns text in a colour, or as it is where nobody sees colours.</summary>
    public string Paint(Colour colour, string text) => hasColours ? $"\e[{(int)colour}m{text}\e[0m" : text;

    /// <summary>Says what went wrong.</summary>
    public Task ErrorAsync(string message) => Error.WriteLineAsync(message);

    /// <summary>Writes one JSON value and ends the line.</summary>
    public async Task JsonAsync<T>(T value) => await Out.WriteLineAsync(JsonSerializer.Serialize(value, Json.Options));

    /// <summary>Returns where progress goes: a bar on a terminal, nothing elsewhere.</summary>
    public ProgressBar Progress(CultureInfo culture) => new(showsProgress ? Error : null, new Texts(culture));
}

/// <summary>The colours of reports, by their number in ANSI escapes.</summary>
internal enum Colour
{
    Bold = 1,
    Red = 31,
    Green = 32,
    Yellow = 33,
    Grey = 90,
}
