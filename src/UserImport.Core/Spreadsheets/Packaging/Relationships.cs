using UserImport.Spreadsheets.Xml;

namespace UserImport.Spreadsheets.Packaging;

/// <summary>The relationships of one part, or of the package. External ones lead nowhere: nothing outside is ever opened.</summary>
internal sealed class Relationships
{
    private readonly List<Relationship> _all = [];
    private readonly Dictionary<string, Relationship> _byId = new(StringComparer.Ordinal);

    private sealed record Relationship(string Id, string Type, string? Target);

    /// <summary>Reads the relationships of a part by its folded name, empty for the package; none if there is no such part.</summary>
    public static Relationships Read(Package package, string source)
    {
        var read = new Relationships();
        var name = PartName.RelationshipsOf(source);
        if (!package.Contains(name)) return read;
        using var xml = new XmlPart(package.Open(name, PartLimit.Other(package.Limits)), package.Limits, package.Effort);
        xml.MoveToRoot();
        while (xml.NextChild(0))
        {
            if (xml.Name == "Relationship" && xml.Attribute("Type") is { } type)
            {
                var isExternal = "External".Equals(xml.Attribute("TargetMode"), StringComparison.OrdinalIgnoreCase);
                var target = isExternal || xml.Attribute("Target") is not { } written ? null : PartName.Resolve(source, written);
                var one = new Relationship(xml.Attribute("Id") ?? "", type, target);
                read._all.Add(one);
                read._byId.TryAdd(one.Id, one);
            }
            xml.Skip();
        }
        xml.ReadToEnd();
        return read;
    }

    /// <summary>The folded name of the first part of a kind, such as <c>styles</c>; null if there is none.</summary>
    public string? PartOfKind(string kind) =>
        _all.Find(one => one.Target is not null && Namespaces.IsRelationshipType(one.Type, kind))?.Target;

    /// <summary>Whether there is a relationship whose type ends with a slash and that name, whoever defined it.</summary>
    public bool HasTypeNamed(string name) =>
        _all.Exists(one => one.Target is not null && one.Type.EndsWith("/" + name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The folded name of the part of an id; null if there is none. Says whether it is of the kind.</summary>
    public string? PartOfId(string? id, string kind, out bool isOfKind)
    {
        var found = id is null ? null : _byId.GetValueOrDefault(id);
        isOfKind = found is null || Namespaces.IsRelationshipType(found.Type, kind);
        return found?.Target;
    }
}
