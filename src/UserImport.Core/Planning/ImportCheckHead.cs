using UserImport.Changes;

namespace UserImport.Planning;

/// <summary>The first line of a final check's document: its counts and what concerns the whole file.</summary>
internal sealed record ImportCheckHead
{
    public required string Format { get; init; }

    public required int Version { get; init; }

    public required string Culture { get; init; }

    public required RowCounts Rows { get; init; }

    public required CheckCounts Counts { get; init; }

    public required IReadOnlyList<string> AbsentColumns { get; init; }

    public required ImportIssue? Refusal { get; init; }

    public static ImportCheckHead Of(ImportCheck check) => new()
    {
        Format = DocumentForm.ImportCheck,
        Version = DocumentForm.Version,
        Culture = check.Culture.Name,
        Rows = check.Rows,
        Counts = check.Counts,
        AbsentColumns = check.AbsentColumns,
        Refusal = check.Refusal,
    };
}
