using System.Text.Json.Serialization;
using UserImport.Changes;
using UserImport.Rows;

namespace UserImport.Planning;

/// <summary>How the lines of a final check's document are written and read: like those of a change set, see <see cref="DocumentContext"/>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(ImportCheckHead))]
[JsonSerializable(typeof(ImportIssue))]
[JsonSerializable(typeof(IssueGroup))]
[JsonSerializable(typeof(RejectedRow))]
internal sealed partial class CheckContext : JsonSerializerContext;
