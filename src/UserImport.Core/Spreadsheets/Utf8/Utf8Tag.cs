namespace UserImport.Spreadsheets.Utf8;

/// <summary>One tag, in any legal spelling of ASCII without entities; all that XML demands of a tag is checked.</summary>
internal ref struct Utf8Tag
{
    private const int MostAttributes = 16;

    // How long a tag may be at all, the XmlReader says.
    private const int MostBytes = 64 << 10;

    /// <summary>The name without the prefix of spreadsheets; tags of anybody else are unsure.</summary>
    public ReadOnlySpan<byte> Name;

    /// <summary>Where that name stands.</summary>
    public int NameStart;

    /// <summary>The attributes that the readers ask for; null if they are not there.</summary>
    public ReadOnlySpan<byte> R, S, T;

    public bool HasR, HasS, HasT;

    /// <summary>How many attributes there are.</summary>
    public int Attributes;

    public bool IsEnd;
    public bool IsEmpty;

    /// <summary>Reads the tag at a position and moves behind it.</summary>
    public static Step Read(ReadOnlySpan<byte> s, ref int position, Utf8Names names, out Utf8Tag tag)
    {
        tag = default;
        var at = position;
        if (s[at] != '<') return s[at] == 0 ? Step.More : Step.Unsure;
        at++;
        if (s[at] == '/')
        {
            tag.IsEnd = true;
            at++;
        }
        var start = at;
        while (IsNameByte(s[at])) at++;
        if (s[at] == 0) return Step.More;
        if (!IsName(s[start..at]) || !names.TryLocal(s[start..at], out tag.Name)) return Step.Unsure;
        tag.NameStart = at - tag.Name.Length;

        Span<(int Start, int Length)> seen = stackalloc (int, int)[MostAttributes];
        for (var count = 0; ; count++)
        {
            var gap = at;
            while (s[at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n') at++;
            if (at - position > MostBytes) return Step.Unsure;
            switch (s[at])
            {
                case 0:
                    return Step.More;
                case (byte)'>':
                    position = at + 1;
                    return Step.Done;
                case (byte)'/' when !tag.IsEnd && s[at + 1] is (byte)'>' or 0:
                    if (s[at + 1] == 0) return Step.More;
                    tag.IsEmpty = true;
                    position = at + 2;
                    return Step.Done;
            }
            if (gap == at || tag.IsEnd || count == MostAttributes) return Step.Unsure;
            var step = ReadAttribute(s, ref at, names, seen[..count], out seen[count], ref tag);
            if (step != Step.Done) return step;
            tag.Attributes++;
        }
    }

    private static Step ReadAttribute(ReadOnlySpan<byte> s, ref int at, Utf8Names names,
        scoped ReadOnlySpan<(int Start, int Length)> seen, scoped out (int Start, int Length) found, scoped ref Utf8Tag tag)
    {
        var start = at;
        while (IsNameByte(s[at])) at++;
        found = (start, at - start);
        if (s[at] == 0 || (s[at] == '=' && s[at + 1] == 0)) return Step.More;
        var quote = s[at + 1];
        if (s[at] != '=' || quote is not ((byte)'"' or (byte)'\'')) return Step.Unsure;
        var name = s[start..at];
        at += 2;
        var valueStart = at;
        while (s[at] != quote && IsValueByte(s[at])) at++;
        if (s[at] == 0) return Step.More;
        if (s[at] != quote) return Step.Unsure;
        var value = s[valueStart..at];
        at++;
        foreach (var (other, length) in seen)
            if (name.SequenceEqual(s.Slice(other, length))) return Step.Unsure;
        return Keep(name, value, names, ref tag);
    }

    private static Step Keep(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value, Utf8Names names, ref Utf8Tag tag)
    {
        if (name.Length == 1)
        {
            switch (name[0])
            {
                case (byte)'r':
                    tag.R = value;
                    tag.HasR = true;
                    break;
                case (byte)'s':
                    tag.S = value;
                    tag.HasS = true;
                    break;
                case (byte)'t':
                    tag.T = value;
                    tag.HasT = true;
                    break;
            }
        }
        if (!IsName(name) || name.StartsWith("xmlns"u8)) return Step.Unsure;
        var colon = name.IndexOf((byte)':');
        if (colon < 0) return Step.Done;
        if (name.SequenceEqual("xml:space"u8))
            return value.SequenceEqual("preserve"u8) || value.SequenceEqual("default"u8) ? Step.Done : Step.Unsure;
        // Two prefixes could mean one namespace, and so two attributes of one name.
        return names.IsDeclared(name[..colon]) && IsOnlyPrefixed(ref tag) ? Step.Done : Step.Unsure;
    }

    private bool _hasPrefixed;

    private static bool IsOnlyPrefixed(ref Utf8Tag tag)
    {
        var first = !tag._hasPrefixed;
        tag._hasPrefixed = true;
        return first;
    }

    // One colon at most, and neither at an end nor before anything but a letter.
    private static bool IsName(ReadOnlySpan<byte> name)
    {
        if (name.IsEmpty || !IsLetter(name[0])) return false;
        var colon = name.IndexOf((byte)':');
        return colon < 0 || (colon + 1 < name.Length && IsLetter(name[colon + 1]) && !name[(colon + 1)..].Contains((byte)':'));
    }

    private static bool IsLetter(byte b) => (uint)((b | 0x20) - 'a') <= 25 || b == '_';

    private static bool IsNameByte(byte b) => IsLetter(b) || (uint)(b - '-') <= '.' - '-' || (uint)(b - '0') <= ':' - '0';

    private static bool IsValueByte(byte b) => b is >= 0x20 and < 0x7F and not ((byte)'<' or (byte)'&');
}
