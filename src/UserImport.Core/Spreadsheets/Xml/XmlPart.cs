using System.Xml;
using UserImport.Spreadsheets.Cells;

namespace UserImport.Spreadsheets.Xml;

/// <summary>
/// Walks over the XML of a part: no DTD, bounded depth and tokens, alternate content resolved to its fallback. What is wrong with
/// the XML comes out as the refusal of a damaged file.
/// </summary>
internal sealed class XmlPart : IDisposable
{
    private const int LongText = 256;

    private readonly Stream _stream;
    private readonly XmlInput _input;
    private readonly XmlReader _xml;
    private readonly int _maxDepth;
    private readonly NodeBudget _effort;
    private readonly char[] _passed = new char[1024];

    /// <summary>Creates the walker; it disposes the stream.</summary>
    /// <param name="stream">The unpacked bytes.</param>
    /// <param name="limits">What it may cost.</param>
    /// <param name="effort">Counts the nodes.</param>
    public XmlPart(Stream stream, ImportLimits limits, NodeBudget effort)
    {
        (_stream, _maxDepth, _effort) = (stream, limits.XmlDepth, effort);
        _input = new XmlInput(stream, _effort);
        _xml = XmlReader.Create(_input, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            NameTable = new CountedNames(),
            // Characters that no cell may hold are a matter of the cell; XmlInput sees to those that stand there as they are.
            CheckCharacters = false,
            MaxCharactersInDocument = 0,
        });
    }

    /// <summary>Whether the part is written in UTF-8.</summary>
    public bool IsUtf8 => _input.IsUtf8;

    public string Name => _xml.LocalName;
    public string Namespace => _xml.NamespaceURI;
    public int Depth => _xml.Depth;

    /// <summary>The prefix of the current element; empty if it has none.</summary>
    public string Prefix => _xml.Prefix;

    /// <summary>Whether the current element is written as one tag.</summary>
    public bool IsEmpty => _xml.IsEmptyElement;

    /// <summary>Whether a prefix is declared here.</summary>
    public bool HasNamespace(string prefix) => _xml.LookupNamespace(prefix) is not null;

    /// <summary>Whether the current element is of spreadsheets, by its local name.</summary>
    public bool Is(string name) => _xml.LocalName == name && Namespaces.IsMain(_xml.NamespaceURI);

    /// <summary>An attribute without a namespace; null if there is none.</summary>
    public string? Attribute(string name) => _xml.GetAttribute(name);

    /// <summary>The attribute that names a relationship, such as <c>r:id</c>; null if there is none.</summary>
    public string? RelationshipId()
    {
        string? id = null;
        while (id is null && _xml.MoveToNextAttribute())
            if (_xml.LocalName == "id" && Namespaces.IsRelationship(_xml.NamespaceURI)) id = _xml.Value;
        _xml.MoveToElement();
        return id;
    }

    /// <summary>Moves to the root element.</summary>
    public void MoveToRoot()
    {
        while (Read())
        {
            if (_xml.NodeType == XmlNodeType.XmlDeclaration) CheckEncoding(_xml.GetAttribute("encoding"));
            if (_xml.NodeType == XmlNodeType.Element) return;
        }
        throw WorkbookRefusedException.Damaged("a part without XML");
    }

    /// <summary>
    /// Moves to the next child of the element at <paramref name="depth"/>, on which the walker stands at first and at whose end
    /// it stands at last. A child must have been walked to its end, or skipped.
    /// </summary>
    public bool NextChild(int depth, bool textAllowed = true)
    {
        if (_xml.Depth == depth && (_xml.NodeType == XmlNodeType.EndElement || _xml.IsEmptyElement)) return false;
        while (Read())
        {
            switch (_xml.NodeType)
            {
                case XmlNodeType.EndElement when _xml.Depth == depth:
                    return false;
                case XmlNodeType.Element when _xml.NamespaceURI == Namespaces.Compatibility:
                    if (_xml.LocalName == "Choice") Skip();
                    break;
                case XmlNodeType.Element:
                    return true;
                // Very long white space comes as a text.
                case XmlNodeType.Text when !textAllowed && PassBlank():
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA when !textAllowed:
                    throw WorkbookRefusedException.Damaged("text between the rows or cells");
            }
        }
        throw WorkbookRefusedException.Damaged("the XML ends early");
    }

    /// <summary>Walks to the end of the current element.</summary>
    public void Skip()
    {
        if (_xml.NodeType != XmlNodeType.Element || _xml.IsEmptyElement) return;
        var depth = _xml.Depth;
        while (Read())
            if (_xml.NodeType == XmlNodeType.EndElement && _xml.Depth == depth) return;
    }

    /// <summary>Adds the text of the current element and walks to its end; false if it holds an element too.</summary>
    public bool ReadText(CharBuffer into)
    {
        if (_xml.IsEmptyElement) return true;
        var depth = _xml.Depth;
        var plain = true;
        while (Read())
        {
            switch (_xml.NodeType)
            {
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    ReadValue(into);
                    break;
                case XmlNodeType.Element:
                    plain = false;
                    Skip();
                    break;
                case XmlNodeType.EndElement when _xml.Depth == depth:
                    return plain;
            }
        }
        return plain;
    }

    /// <summary>Walks to the end of the part, so that damage there is found.</summary>
    public void ReadToEnd()
    {
        while (Read())
        {
        }
    }

    public void Dispose()
    {
        _xml.Dispose();
        _stream.Dispose();
    }

    private bool Read()
    {
        try
        {
            if (_xml.NodeType is XmlNodeType.Text or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace) PassText();
            _input.BeginToken();
            if (!_xml.Read()) return false;
        }
        catch (XmlException) when (!_input.HasFailed)
        {
            throw WorkbookRefusedException.Damaged("the XML is not well formed");
        }
        if (_xml.NodeType == XmlNodeType.Element && _xml.Depth >= _maxDepth)
            throw WorkbookRefusedException.TooLarge(nameof(ImportLimits.XmlDepth), _xml.Depth + 1, _maxDepth);
        _effort.Add(NodesOf(_xml.AttributeCount));
        return true;
    }

    // An XmlReader takes twice as long for a node as the tokenizer does, and compares every attribute with the others.
    private static int NodesOf(int attributes) => 2 + attributes * (2 + Math.Min(attributes, 256) / 32);

    // Text that nobody wants is passed in pieces, for it is no token: it may be as long as the part.
    private void PassText()
    {
        while (ReadChunk(_passed) > 0)
        {
        }
    }

    // The same, and whether it is blank.
    private bool PassBlank()
    {
        var isBlank = true;
        for (int got; isBlank && (got = ReadChunk(_passed)) > 0;) isBlank = _passed.AsSpan(0, got).IndexOfAnyExcept(" \t\r\n") < 0;
        return isBlank;
    }

    private int ReadChunk(ArraySegment<char> into)
    {
        _input.BeginToken();
        try
        {
            return _xml.ReadValueChunk(into.Array!, into.Offset, into.Count);
        }
        catch (XmlException) when (!_input.HasFailed)
        {
            throw WorkbookRefusedException.Damaged("the XML is not well formed");
        }
    }

    // A long text that is kept is looked through and copied besides: it costs twice what its characters did.
    private void ReadValue(CharBuffer into)
    {
        var begin = into.Length;
        int got;
        do
        {
            got = ReadChunk(into.Room());
            into.Advance(got);
        }
        while (got > 0);
        if (into.Length - begin > LongText) _effort.Add((into.Length - begin) / XmlInput.BytesOfNode);
    }

    // Which of the two it is, the bytes have told; that it is neither, only the declaration can say.
    private static void CheckEncoding(string? declared)
    {
        if (declared is not null && !declared.StartsWith("utf-8", StringComparison.OrdinalIgnoreCase) &&
            !declared.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase) &&
            !declared.Equals("utf8", StringComparison.OrdinalIgnoreCase) &&
            !declared.Equals("utf16", StringComparison.OrdinalIgnoreCase))
            throw WorkbookRefusedException.Damaged("an encoding other than UTF-8 and UTF-16");
    }
}
