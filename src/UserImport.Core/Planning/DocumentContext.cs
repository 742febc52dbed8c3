using System.Text.Json.Serialization;
using UserImport.Rows;

namespace UserImport.Planning;

/// <summary>How the lines of a document are written and read: strictly, and without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(ChangeSetHead))]
[JsonSerializable(typeof(ChangeShape))]
[JsonSerializable(typeof(ImportCheckHead))]
[JsonSerializable(typeof(ImportIssue))]
[JsonSerializable(typeof(IssueGroup))]
[JsonSerializable(typeof(RejectedRow))]
internal sealed partial class DocumentContext : JsonSerializerContext;
