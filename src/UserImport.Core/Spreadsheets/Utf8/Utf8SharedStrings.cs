using UserImport.Spreadsheets.Cells;
using UserImport.Spreadsheets.Xml;

namespace UserImport.Spreadsheets.Utf8;

/// <summary>Reads the shared strings from a window; from the first one on that it is not sure of, the XmlReader does.</summary>
internal static class Utf8SharedStrings
{
    /// <summary>Reads as many strings as it can from where the walker stands, the root, on.</summary>
    /// <returns>Whether nothing but the end tag is left.</returns>
    public static bool Read(Utf8Window window, XmlPart xml, SharedStrings strings, ImportLimits limits, NodeBudget effort)
    {
        var names = new Utf8Names(xml);
        var text = new Utf8Text(limits, effort);
        var reader = new Utf8Strings(names, text, limits, effort);
        while (true)
        {
            var at = window.Position;
            text.Clear();
            var step = TryReadQuick(window.Buffer, ref at, names, text, strings, limits.CellCharacters)
                ? Step.Done : ReadOne(window.Buffer, ref at, reader, strings);
            if (step == Step.Done) window.Position = at;
            else if (step == Step.Unsure || !window.Fill()) return window.Rest.TrimStart(" \t\r\n"u8).StartsWith("</"u8);
        }
    }

    private static bool TryReadQuick(byte[] buffer, ref int position, Utf8Names names, Utf8Text text, SharedStrings strings, int mostPlain)
    {
        ReadOnlySpan<byte> s = buffer;
        var at = position;
        if (!names.ArePlain || !s[at..].StartsWith("<si><t>"u8)) return false;
        at += "<si><t>".Length;
        var start = at;
        var needs = Utf8Text.Needs.Nothing;
        at = Utf8Text.EndOfPlain(s, at);
        if (at < 0 && Utf8Text.Scan(s, start, out at, out needs) != Step.Done) return false;
        if (!s[at..].StartsWith("</t></si>"u8)) return false;
        if (needs is Utf8Text.Needs.Nothing && at - start <= mostPlain) strings.Add(s[start..at]);
        else if (text.Decode(buffer.AsMemory(start, at - start), needs, escapes: true, out var value, out var isDamaged) != Step.Done) return false;
        else Add(strings, value, isDamaged);
        position = at + "</t></si>".Length;
        return true;
    }

    private static Step ReadOne(byte[] buffer, ref int at, Utf8Strings reader, SharedStrings strings)
    {
        var step = reader.NextTag(buffer, ref at, out var tag);
        if (step != Step.Done) return step;
        if (tag.IsEnd || !tag.Name.SequenceEqual("si"u8)) return Step.Unsure;
        ReadOnlyMemory<byte> value = default;
        var isDamaged = false;
        if (!tag.IsEmpty) step = reader.Read(buffer, ref at, "si"u8, out value, out isDamaged);
        if (step == Step.Done) Add(strings, value, isDamaged);
        return step;
    }

    private static void Add(SharedStrings strings, ReadOnlyMemory<byte> value, bool isDamaged)
    {
        if (isDamaged) strings.AddDamaged();
        else strings.Add(value.Span);
    }
}
