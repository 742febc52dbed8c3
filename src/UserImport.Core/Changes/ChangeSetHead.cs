using UserImport.Planning;

namespace UserImport.Changes;

/// <summary>The first line of a change set's document: everything but the changes.</summary>
internal sealed record ChangeSetHead
{
    public required string Format { get; init; }

    public required int Version { get; init; }

    public required Guid Id { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required ImportAction Action { get; init; }

    public required string? FileName { get; init; }

    public required string? FileSha256 { get; init; }

    public required Guid? Undoes { get; init; }

    public required IReadOnlyList<NotUndone> NotUndone { get; init; }

    public required IReadOnlyList<TrippedBrake> Brakes { get; init; }

    public required IReadOnlyList<int> BatchSizes { get; init; }

    public static ChangeSetHead Of(ChangeSet set) => new()
    {
        Format = DocumentForm.ChangeSet,
        Version = set.FormatVersion,
        Id = set.Id,
        CreatedAt = set.CreatedAt,
        Action = set.Action,
        FileName = set.FileName,
        FileSha256 = set.FileSha256,
        Undoes = set.Undoes,
        NotUndone = set.NotUndone,
        Brakes = set.Brakes,
        BatchSizes = set.BatchSizes,
    };

    /// <summary>Refuses entries that no check writes, whatever their fingerprint says.</summary>
    public void Verify()
    {
        var sound = Enum.IsDefined(Action) && !Brakes.Contains(null!) &&
            NotUndone.All(entry => entry is not null && !entry.EmployeeNumbers.Contains(null!));
        if (!sound) throw DocumentForm.Damaged("its first line says what no check writes");
    }
}
