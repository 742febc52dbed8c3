using UserImport.Columns;
using UserImport.Spreadsheets.Cells;

namespace UserImport.Spreadsheets.Xml;

/// <summary>Reads strings, shared and inline, with an <see cref="XmlPart"/>.</summary>
internal static class XmlSharedStrings
{
    /// <summary>Reads the strings that are left below the root, and what follows.</summary>
    public static void Read(XmlPart xml, SharedStrings strings, ImportLimits limits)
    {
        var text = new CharBuffer(limits);
        while (xml.NextChild(0, textAllowed: false))
        {
            if (!xml.Is("si"))
            {
                xml.Skip();
                continue;
            }
            text.Clear();
            if (ReadString(xml, text)) strings.Add(text.Span);
            else strings.AddDamaged();
        }
        xml.ReadToEnd();
    }

    /// <summary>Joins the runs of the current <c>si</c> or <c>is</c> (R1); false if the text is damaged (R4).</summary>
    public static bool ReadString(XmlPart xml, CharBuffer text)
    {
        var plain = true;
        var depth = xml.Depth;
        while (xml.NextChild(depth, textAllowed: false))
        {
            if (xml.Is("t")) plain &= ReadPlain(xml, text);
            else if (xml.Is("r"))
            {
                var run = xml.Depth;
                while (xml.NextChild(run, textAllowed: false))
                {
                    if (xml.Is("t")) plain &= ReadPlain(xml, text);
                    else plain &= SkipSilent(xml, "rPr");
                }
            }
            else plain &= SkipSilent(xml, "rPh", "phoneticPr");
        }
        return plain && !CellText.IsDamaged(text.Span);
    }

    // Formats and phonetic guides are not text; what anything else would have said, nobody knows.
    private static bool SkipSilent(XmlPart xml, params ReadOnlySpan<string> silent)
    {
        var isSilent = false;
        foreach (var name in silent) isSilent |= xml.Is(name);
        xml.Skip();
        return isSilent;
    }

    private static bool ReadPlain(XmlPart xml, CharBuffer text)
    {
        var start = text.Length;
        var plain = xml.ReadText(text);
        text.Unescape(start);
        return plain;
    }
}
