namespace UserImport.Spreadsheets.Packaging;

/// <summary>Names of parts, folded so that the spellings of all programs that write workbooks meet.</summary>
internal static class PartName
{
    /// <summary>Returns the name with slashes forward, without a leading one, in one case.</summary>
    public static string Fold(string name) => name.Replace('\\', '/').TrimStart('/').ToUpperInvariant();

    /// <summary>Returns the folded name with percent escapes decoded.</summary>
    public static string FoldDecoded(string name) => Fold(Decode(name));

    /// <summary>Returns the folded name that a relationship of a part points to.</summary>
    /// <param name="source">The folded name of the part that holds the relationship; empty for the package.</param>
    /// <param name="target">The target as written: absolute or relative, with either slash.</param>
    public static string Resolve(string source, string target)
    {
        var mark = target.IndexOf('#', StringComparison.Ordinal);
        if (mark >= 0) target = target[..mark];
        target = target.Replace('\\', '/');
        var segments = new List<string>();
        if (!target.StartsWith('/')) segments.AddRange(source.Split('/')[..^1]);
        foreach (var segment in target.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (segment == "..")
            {
                if (segments.Count > 0) segments.RemoveAt(segments.Count - 1);
            }
            else if (segment != ".") segments.Add(segment);
        }
        return Fold(string.Join('/', segments));
    }

    /// <summary>Returns the folded name of the part that holds the relationships of a part.</summary>
    public static string RelationshipsOf(string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        return $"{part[..slash]}_RELS/{part[slash..]}.RELS";
    }

    private static string Decode(string name) =>
        name.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(name) : name;
}
