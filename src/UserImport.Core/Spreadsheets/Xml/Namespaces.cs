using UserImport.Spreadsheets.Packaging;

namespace UserImport.Spreadsheets.Xml;

/// <summary>The namespaces of spreadsheets, each in the transitional and in the strict spelling.</summary>
internal static class Namespaces
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public const string StrictMain = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    public const string Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";

    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string StrictRelationships = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    /// <summary>Whether a name belongs to spreadsheets; a part without any namespace is read as if it had it.</summary>
    public static bool IsMain(string ns) => ns is Main or StrictMain or "";

    /// <summary>Whether an attribute names a relationship.</summary>
    public static bool IsRelationship(string ns) => ns is Relationships or StrictRelationships;

    /// <summary>Whether a relationship is of the given kind, such as <c>worksheet</c>.</summary>
    public static bool IsRelationshipType(string type, string kind) =>
        type.EndsWith(kind, StringComparison.Ordinal) && type.Length > kind.Length && type[^(kind.Length + 1)] == '/' &&
        IsRelationship(type[..^(kind.Length + 1)]);
}
