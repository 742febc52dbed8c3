using System.Xml;
using UserImport.Spreadsheets.Packaging;

namespace UserImport.Spreadsheets.Writing;

/// <summary>
/// Writes the elements of a spreadsheet without the prefix that the SDK gives them, as Excel does: some programs compare tags letter
/// by letter, and the sheet is smaller.
/// </summary>
internal sealed class PlainNamespaceWriter(XmlWriter inner) : XmlWriter
{
    public const string Spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public override WriteState WriteState => inner.WriteState;

    public override void WriteStartElement(string? prefix, string localName, string? ns) =>
        inner.WriteStartElement(ns == Spreadsheet ? "" : prefix, localName, ns);

    public override string? LookupPrefix(string ns) => inner.LookupPrefix(ns);
    public override void WriteStartDocument() => inner.WriteStartDocument();
    public override void WriteStartDocument(bool standalone) => inner.WriteStartDocument(standalone);
    public override void WriteEndDocument() => inner.WriteEndDocument();
    public override void WriteEndElement() => inner.WriteEndElement();
    public override void WriteFullEndElement() => inner.WriteFullEndElement();
    public override void WriteStartAttribute(string? prefix, string localName, string? ns) =>
        inner.WriteStartAttribute(prefix, localName, ns);
    public override void WriteEndAttribute() => inner.WriteEndAttribute();
    public override void WriteString(string? text) => inner.WriteString(text);
    public override void WriteChars(char[] buffer, int index, int count) => inner.WriteChars(buffer, index, count);
    public override void WriteRaw(char[] buffer, int index, int count) => inner.WriteRaw(buffer, index, count);
    public override void WriteRaw(string data) => inner.WriteRaw(data);
    public override void WriteBase64(byte[] buffer, int index, int count) => inner.WriteBase64(buffer, index, count);
    public override void WriteCData(string? text) => inner.WriteCData(text);
    public override void WriteComment(string? text) => inner.WriteComment(text);
    public override void WriteWhitespace(string? ws) => inner.WriteWhitespace(ws);
    public override void WriteEntityRef(string name) => inner.WriteEntityRef(name);
    public override void WriteCharEntity(char ch) => inner.WriteCharEntity(ch);
    public override void WriteSurrogateCharEntity(char lowChar, char highChar) => inner.WriteSurrogateCharEntity(lowChar, highChar);
    public override void WriteProcessingInstruction(string name, string? text) => inner.WriteProcessingInstruction(name, text);
    public override void WriteDocType(string name, string? pubid, string? sysid, string? subset) => throw new NotSupportedException();
    public override void Flush() => inner.Flush();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
