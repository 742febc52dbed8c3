using System.Globalization;
using System.Text;
using UserImport.Spreadsheets.Cells;

namespace UserImport.Spreadsheets.Utf8;

/// <summary>Decodes what XML itself spells otherwise: entities, character references and line ends.</summary>
internal static class Utf8Entities
{
    /// <summary>Decodes into the buffer, which grows as needed; false for what only an XmlReader may judge.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> text, NodeBudget effort, ref byte[] into, out int length)
    {
        length = 0;
        // Nothing that is decoded here gets longer.
        if (into.Length < text.Length) into = new byte[text.Length];
        while (!text.IsEmpty)
        {
            var special = text.IndexOfAny((byte)'&', (byte)'\r');
            var plain = special < 0 ? text : text[..special];
            plain.CopyTo(into.AsSpan(length));
            length += plain.Length;
            if (special < 0) return true;
            effort.Add(1);
            text = text[special..];
            if (text[0] == '\r')
            {
                into[length++] = (byte)'\n';
                text = text[(text.Length > 1 && text[1] == '\n' ? 2 : 1)..];
                continue;
            }
            var end = text.IndexOf((byte)';');
            if (end < 0 || !TryDecodeOne(text[1..end], out var rune)) return false;
            length += rune.EncodeToUtf8(into.AsSpan(length));
            text = text[(end + 1)..];
        }
        return true;
    }

    private static bool TryDecodeOne(ReadOnlySpan<byte> name, out Rune rune)
    {
        rune = default;
        if (name is [(byte)'#', ..]) return TryDecodeReference(name[1..], out rune);
        var c = name.SequenceEqual("amp"u8) ? '&' : name.SequenceEqual("lt"u8) ? '<' : name.SequenceEqual("gt"u8) ? '>'
            : name.SequenceEqual("quot"u8) ? '"' : name.SequenceEqual("apos"u8) ? '\'' : '\0';
        rune = new Rune(c);
        return c != '\0';
    }

    private static bool TryDecodeReference(ReadOnlySpan<byte> digits, out Rune rune)
    {
        rune = default;
        var style = NumberStyles.None;
        if (digits is [(byte)'x', ..])
        {
            digits = digits[1..];
            style = NumberStyles.AllowHexSpecifier;
        }
        return digits.Length is > 0 and < 8 && int.TryParse(digits, style, CultureInfo.InvariantCulture, out var code) &&
            (code >= 0x20 || code is '\t' or '\n' or '\r') && code is not (0xFFFE or 0xFFFF) && Rune.TryCreate(code, out rune);
    }
}
