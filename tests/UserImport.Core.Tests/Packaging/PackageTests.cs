using System.IO.Compression;
using System.Reflection;
using System.Reflection.Metadata;
using System.Text;
using System.Xml.Linq;
using UserImport.Changes;

namespace UserImport.Tests.Packaging;

/// <summary>What a host gets from 'dotnet pack': files, dependencies, metadata, symbols, and the same bytes every time.</summary>
[Collection(Packages.Shared)]
public sealed class PackageTests
{
    private const string Version = "0.1.0";
    private static readonly Guid SourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");
    private readonly Packages _packages;

    public PackageTests(Packages packages)
    {
        packages.Require();
        _packages = packages;
    }

    [Fact]
    public void The_package_holds_the_library_its_texts_documentation_readme_and_icon()
    {
        Content($"UserImport.Core.{Version}.nupkg").Should().BeEquivalentTo("README.md", "icon.png", "UserImport.Core.nuspec",
            "lib/net10.0/UserImport.Core.dll", "lib/net10.0/UserImport.Core.xml", "lib/net10.0/nl/UserImport.Core.resources.dll");
        Content($"UserImport.Core.Conformance.{Version}.nupkg").Should().BeEquivalentTo("README.md", "icon.png", "UserImport.Core.Conformance.nuspec",
            "lib/net10.0/UserImport.Core.Conformance.dll", "lib/net10.0/UserImport.Core.Conformance.xml");
    }

    [Theory]
    [InlineData("UserImport.Core", "DocumentFormat.OpenXml", "Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Options")]
    [InlineData("UserImport.Core.Conformance", "UserImport.Core")]
    public void A_package_depends_on_what_was_decided_and_on_nothing_else(string package, params string[] expected)
    {
        var groups = Nuspec(package).Elements().Single(element => element.Name.LocalName == "dependencies").Elements().ToList();

        groups.Should().ContainSingle().Which.Attribute("targetFramework")!.Value.Should().Be("net10.0");
        groups[0].Elements().Select(dependency => dependency.Attribute("id")!.Value).Should().BeEquivalentTo(expected);
    }

    [Theory]
    [InlineData("UserImport.Core")]
    [InlineData("UserImport.Core.Conformance")]
    public void A_package_says_what_it_is_who_may_use_it_and_where_it_comes_from(string package)
    {
        var nuspec = Nuspec(package).Elements().ToDictionary(element => element.Name.LocalName);

        (nuspec["id"].Value, nuspec["version"].Value, nuspec["license"].Value).Should().Be((package, Version, "MIT"));
        (nuspec["readme"].Value, nuspec["icon"].Value).Should().Be(("README.md", "icon.png"));
        nuspec["description"].Value.Length.Should().BeInRange(80, 400);
        nuspec["tags"].Value.Split(' ').Should().Contain("import").And.Contain("excel");
        nuspec["repository"].Attribute("url")!.Value.Should().Be("https://github.com/example/user-import.git");
        nuspec["repository"].Attribute("commit")!.Value.Should().MatchRegex("^[0-9a-f]{40}$");
    }

    [Fact]
    public void The_links_of_the_readme_lead_to_the_sources_of_the_commit()
    {
        using var archive = _packages.Open($"UserImport.Core.{Version}.nupkg");
        var readme = Encoding.UTF8.GetString(Bytes(archive, "README.md"));
        var commit = Nuspec("UserImport.Core").Elements().Single(element => element.Name.LocalName == "repository").Attribute("commit")!.Value;

        readme.Should().Contain($"](https://github.com/example/user-import/blob/{commit}/docs/getting-started.md)");
        readme.Should().NotMatchRegex(@"\]\((?!https?:)");
    }

    [Theory]
    [InlineData("UserImport.Core")]
    [InlineData("UserImport.Core.Conformance")]
    public void The_symbols_lead_to_the_sources_of_the_commit_and_name_no_folder_of_the_machine(string package)
    {
        using var archive = _packages.Open($"{package}.{Version}.snupkg");
        using var symbols = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(Bytes(archive, $"lib/net10.0/{package}.pdb")));
        var reader = symbols.GetMetadataReader();
        var links = reader.CustomDebugInformation.Select(reader.GetCustomDebugInformation)
            .Where(information => reader.GetGuid(information.Kind) == SourceLink)
            .Select(information => Encoding.UTF8.GetString(reader.GetBlobBytes(information.Value)));

        links.Should().ContainSingle().Which.Should().MatchRegex("\"/_/\\*\":\"https://raw.githubusercontent.com/example/user-import/[0-9a-f]{40}/\\*\"");
        reader.Documents.Select(document => reader.GetString(reader.GetDocument(document).Name))
            .Should().NotBeEmpty().And.OnlyContain(name => name.StartsWith("/_/", StringComparison.Ordinal));
    }

    [Fact]
    public void The_library_says_that_it_can_be_trimmed()
    {
        typeof(UserImporter).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Should().Contain(metadata => metadata.Key == "IsTrimmable" && metadata.Value == "True");
    }

    [Fact]
    public async Task Two_builds_of_one_commit_in_different_folders_give_the_same_bytes()
    {
        var again = await _packages.PackAsync("another folder", "UserImport.Core");

        foreach (var file in new[] { $"UserImport.Core.{Version}.nupkg", $"UserImport.Core.{Version}.snupkg" })
        {
            using (var first = _packages.Open(file))
            using (var second = ZipFile.OpenRead(Path.Combine(again, file)))
                Entries(second).Should().Equal(Entries(first), "the entries of {0} are the same", file);
            File.ReadAllBytes(Path.Combine(again, file)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(_packages.Folder, file)))
                .Should().BeTrue("{0} is the same file", file);
        }
    }

    // What the package format itself needs beside the content: relationships, content types, core properties.
    private IEnumerable<string> Content(string file)
    {
        using var archive = _packages.Open(file);
        return [.. archive.Entries.Select(entry => entry.FullName)
            .Where(name => !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal) && name != "[Content_Types].xml")];
    }

    private XElement Nuspec(string package)
    {
        using var archive = _packages.Open($"{package}.{Version}.nupkg");
        return XDocument.Load(new MemoryStream(Bytes(archive, package + ".nuspec"))).Root!.Elements().Single();
    }

    private static List<(string Name, string Content)> Entries(ZipArchive archive) =>
        [.. archive.Entries.Select(entry => (entry.FullName, Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(Bytes(archive, entry.FullName)))))];

    private static byte[] Bytes(ZipArchive archive, string name)
    {
        using var content = archive.GetEntry(name)!.Open();
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }
}
