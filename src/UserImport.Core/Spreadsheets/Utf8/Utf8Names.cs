using System.Text;
using UserImport.Spreadsheets.Xml;

namespace UserImport.Spreadsheets.Utf8;

/// <summary>The prefixes that are in force where the tokenizer takes over.</summary>
internal sealed class Utf8Names
{
    private const int MostPrefixes = 16;

    private readonly XmlPart _xml;
    private readonly byte[] _prefix;
    private readonly List<byte[]> _declared = ["xml"u8.ToArray()];

    public Utf8Names(XmlPart xml)
    {
        _xml = xml;
        _prefix = xml.Prefix.Length == 0 ? [] : Encoding.UTF8.GetBytes(xml.Prefix + ":");
    }

    /// <summary>Whether elements of spreadsheets have no prefix.</summary>
    public bool ArePlain => _prefix.Length == 0;

    /// <summary>Takes the prefix off an element's name; false if it is not the one of spreadsheets.</summary>
    public bool TryLocal(ReadOnlySpan<byte> name, out ReadOnlySpan<byte> local)
    {
        local = name;
        if (!name.StartsWith(_prefix)) return false;
        local = name[_prefix.Length..];
        return !local.Contains((byte)':');
    }

    /// <summary>Whether an attribute's prefix is known to be declared; of very many, nobody knows.</summary>
    public bool IsDeclared(ReadOnlySpan<byte> prefix)
    {
        foreach (var known in _declared)
            if (prefix.SequenceEqual(known)) return true;
        if (_declared.Count == MostPrefixes || !_xml.HasNamespace(Encoding.ASCII.GetString(prefix))) return false;
        _declared.Add(prefix.ToArray());
        return true;
    }
}
