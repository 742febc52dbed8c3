using UserImport.Spreadsheets.Xml;

namespace UserImport.Spreadsheets.Packaging;

/// <summary>The content types of the parts of a package.</summary>
internal sealed class ContentTypes
{
    /// <summary>The folded name of the part that holds them.</summary>
    public const string Part = "[CONTENT_TYPES].XML";

    private readonly Dictionary<string, string> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _byExtension = new(StringComparer.Ordinal);

    /// <summary>Reads them.</summary>
    public static ContentTypes Read(Package package)
    {
        var read = new ContentTypes();
        using var xml = new XmlPart(package.Open(Part, PartLimit.Other(package.Limits)), package.Limits, package.Effort);
        xml.MoveToRoot();
        while (xml.NextChild(0))
        {
            var type = xml.Attribute("ContentType") ?? "";
            if (xml.Name == "Override" && xml.Attribute("PartName") is { } name)
                read._byName.TryAdd(PartName.FoldDecoded(name), type);
            else if (xml.Name == "Default" && xml.Attribute("Extension") is { } extension)
                read._byExtension.TryAdd(PartName.Fold(extension), type);
            xml.Skip();
        }
        xml.ReadToEnd();
        return read;
    }

    /// <summary>The type of a part by its folded name; empty if none is stated.</summary>
    public string Of(string part) =>
        _byName.TryGetValue(part, out var type) || _byName.TryGetValue(PartName.FoldDecoded(part), out type) ||
        _byExtension.TryGetValue(part[(part.LastIndexOf('.') + 1)..], out type) ? type : "";

    /// <summary>Whether any part is of a spreadsheet.</summary>
    public bool KnowsSpreadsheets => _byName.Values.Any(type =>
        type.Contains("spreadsheetml", StringComparison.OrdinalIgnoreCase) ||
        type.Contains("vnd.ms-excel", StringComparison.OrdinalIgnoreCase));
}
