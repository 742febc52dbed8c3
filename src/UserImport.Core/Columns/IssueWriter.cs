using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using UserImport.Columns;
using UserImport.Resources;

namespace UserImport.Columns;

/// <summary>Where a problem is.</summary>
internal readonly record struct CellPlace(int? Row, UserColumn? Column = null, string? Cell = null);

/// <summary>Writes problems in one language: a message says what was found and what was expected (K3).</summary>
internal sealed class IssueWriter(Messages messages)
{
    private const int LongestQuote = 200;
    private const int UsualLength = 512;

    private readonly ConcurrentDictionary<(UserColumn Column, string Fault), (string Code, string Template)> _ofColumns = new();

    /// <summary>The texts in use.</summary>
    public Messages Messages { get; } = messages;

    /// <summary>Writes a problem of a column: its own message where the column has one, else the message of its kind or of any column.</summary>
    public ImportIssue ForColumn(CellPlace place, string fault, IssueSeverity severity = IssueSeverity.Error,
        string? value = null, string? suggestion = null, params ReadOnlySpan<(string Name, object? Value)> arguments)
    {
        var column = place.Column ?? throw new ArgumentException("A column is wanted.", nameof(place));
        var (code, template) = _ofColumns.GetOrAdd((column, fault), static (key, writer) => writer.Find(key.Column, key.Fault), this);
        return Write(code, template, place, severity, value, suggestion, arguments);
    }

    /// <summary>Writes any other problem, by its code.</summary>
    public ImportIssue Write(string code, CellPlace place = default, IssueSeverity severity = IssueSeverity.Error,
        string? value = null, string? suggestion = null, params ReadOnlySpan<(string Name, object? Value)> arguments) =>
        Write(code, Template(code, arguments), place, severity, value, suggestion, arguments);

    /// <summary>Fills a text of the resources.</summary>
    public string Fill(string key, params ReadOnlySpan<(string Name, object? Value)> arguments)
    {
        var text = NewText(stackalloc char[UsualLength]);
        Append(ref text, Template(key, arguments), [], arguments);
        return text.ToStringAndClear();
    }

    private (string Code, string Template) Find(UserColumn column, string fault)
    {
        var code = IssueCodes.For(column, fault);
        return (code, Messages.Find(code) ?? Messages.Find($"{KindOf(column)}.{fault}") ?? Messages["any." + fault]);
    }

    // One of something reads differently where the language has a text of its own for it.
    private string Template(string key, ReadOnlySpan<(string Name, object? Value)> arguments)
    {
        foreach (var (name, value) in arguments)
            if (name == "count" && value is 1 && Messages.Find(key + ".one") is { } one) return one;
        return Messages[key];
    }

    private ImportIssue Write(string code, string template, CellPlace place, IssueSeverity severity, string? value,
        string? suggestion, ReadOnlySpan<(string Name, object? Value)> arguments)
    {
        ReadOnlySpan<(string, object?)> always = [("value", value), ("suggestion", suggestion), ("column", place.Column)];
        var text = NewText(stackalloc char[UsualLength]);
        Append(ref text, template, always, arguments);
        if (suggestion is not null && !template.Contains("{suggestion}", StringComparison.Ordinal)) Append(ref text, Messages["suggestion"], always, arguments);
        return new ImportIssue
        {
            Code = code,
            Severity = severity,
            Row = place.Row,
            Column = place.Column?.Key,
            Cell = place.Cell,
            Value = value,
            Suggestion = suggestion,
            Message = text.ToStringAndClear(),
        };
    }

    private static string KindOf(UserColumn column) => column.IsCustom ? "custom" : column.Kind switch
    {
        ColumnKind.Flag => "flag",
        ColumnKind.List => "list",
        _ => "any",
    };

    private static DefaultInterpolatedStringHandler NewText(Span<char> buffer) => new(0, 0, CultureInfo.InvariantCulture, buffer);

    // One pass over the template, so that braces in a value are never taken for a name; the last argument of a name counts.
    private void Append(ref DefaultInterpolatedStringHandler text, string template,
        ReadOnlySpan<(string Name, object? Value)> always, ReadOnlySpan<(string Name, object? Value)> arguments)
    {
        for (var at = 0; at < template.Length;)
        {
            var open = template.IndexOf('{', at);
            var close = open < 0 ? -1 : template.IndexOf('}', open);
            text.AppendFormatted(template.AsSpan(at..(close < 0 ? template.Length : open)));
            if (close < 0) return;
            var name = template.AsSpan(open + 1, close - open - 1);
            if (!TryAppend(ref text, name, arguments)) TryAppend(ref text, name, always);
            at = close + 1;
        }
    }

    private bool TryAppend(ref DefaultInterpolatedStringHandler text, ReadOnlySpan<char> name, ReadOnlySpan<(string Name, object? Value)> arguments)
    {
        for (var i = arguments.Length - 1; i >= 0; i--)
        {
            if (!name.SequenceEqual(arguments[i].Name)) continue;
            var value = arguments[i].Value is UserColumn column ? column.Header(Messages) : Convert.ToString(arguments[i].Value, CultureInfo.InvariantCulture);
            text.AppendFormatted(Quote(value ?? ""));
            return true;
        }
        return false;
    }

    private static string Quote(string text)
    {
        if (text.Length <= LongestQuote) return text;
        var end = char.IsHighSurrogate(text[LongestQuote - 1]) ? LongestQuote - 1 : LongestQuote;
        return string.Concat(text.AsSpan(0, end), "…");
    }
}
