using System.Text.Json;
using UserImport.Planning;

namespace UserImport.Changes;

/// <summary>What the documents of change sets and final checks have in common: names, version, last line (P2).</summary>
internal static class DocumentForm
{
    /// <summary>The version that is written, and the only one that is read.</summary>
    public const int Version = 1;

    public const string ChangeSet = "UserImport.ChangeSet";

    public const string ImportCheck = "UserImport.ImportCheck";

    /// <summary>Bytes that one line may have; an entry of 256 columns full of text stays below.</summary>
    public const int LongestLine = 64 << 20;

    public static string LastLine(string opening, string fingerprint) => $"{opening},\"fingerprint\":\"{fingerprint}\"}}\n";

    public static ChangeSetException Damaged(string what) => new(ChangeSetFault.Damaged, $"The document is damaged: {what}.");

    /// <summary>Judges a first line by format and version alone, so that another version is never taken for damage.</summary>
    public static void Require(string format, ReadOnlySpan<byte> firstLine)
    {
        var (found, version) = Read(firstLine);
        if (found != format) throw Damaged($"'{format}' is expected");
        if (version is null) throw Damaged("it states no format version");
        if (version == Version) return;
        throw new ChangeSetException(ChangeSetFault.OtherVersion,
            $"The document has format version {version}, and this library reads version {Version}: make the check again, or use " +
            "the version of the library that wrote it.");
    }

    private static (string? Format, int? Version) Read(ReadOnlySpan<byte> firstLine)
    {
        string? format = null;
        int? version = null;
        var json = new Utf8JsonReader(firstLine, isFinalBlock: false, state: default);
        try
        {
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject) return default;
            while ((format is null || version is null) && json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                var (isFormat, isVersion) = (json.ValueTextEquals("format"u8), json.ValueTextEquals("version"u8));
                if (!json.Read()) break;
                if (isFormat && json.TokenType == JsonTokenType.String) format = json.ValueTextEquals(ChangeSet) ? ChangeSet
                    : json.ValueTextEquals(ImportCheck) ? ImportCheck : "";
                else if (isVersion && json.TokenType == JsonTokenType.Number && json.TryGetInt32(out var number)) version = number;
                else if (!json.TrySkip()) break;
            }
        }
        catch (JsonException)
        {
            throw Damaged("its first line is no JSON");
        }
        return (format, version);
    }
}
