namespace UserImport.Benchmarks.Hostile;

/// <summary>An upload that costs as much as its kind can, at several sizes.</summary>
/// <param name="Name">What is costly about it.</param>
/// <param name="Unit">What its size counts.</param>
/// <param name="Sizes">Its sizes, ascending.</param>
/// <param name="Make">Makes the upload of a size.</param>
/// <param name="Refusal">The code of the refusal that it must end in; null if it must be read.</param>
internal sealed record HostileCase(string Name, string Unit, IReadOnlyList<int> Sizes, Func<int, HostileUpload> Make, string? Refusal = null)
{
    /// <summary>Every case: first the files that are refused, then those that are honest in form.</summary>
    public static IReadOnlyList<HostileCase> All { get; } = [.. RefusedFiles.All, .. SlowSheets.All, .. ReadAgain.All, .. CostlyFiles.All, .. CostlyManagers.All];

    /// <summary>A case of rows that are read to their end; which ones depends on their number.</summary>
    public static HostileCase OfRows(string name, int[] sizes, Func<int, Func<int, string[]>> cells) =>
        new(name, "rows", sizes, size => HostileUpload.Of(HostilePackage.WithSheet(HostileRows.Users(size, cells(size)))));
}

/// <summary>A file, and the host that it is uploaded to.</summary>
internal sealed record HostileUpload(byte[] File, OrgStructure Structure, IReadOnlyList<UserRecord> Users)
{
    public static HostileUpload Of(HostilePackage package) => new(package.ToArray(), CostlyFiles.Structure, []);
}
