using UserImport.Changes;

namespace UserImport.Planning;

public sealed partial class ChangeSet
{
    /// <summary>Creates a change set from changes in file order: orders them, finds their groups, cuts the batches (P3, P5).</summary>
    /// <param name="id">Who the change set is.</param>
    /// <param name="createdAt">When the check was made; kept in UTC.</param>
    /// <param name="action">What the import may do.</param>
    /// <param name="fileName">The name of the source file; null if unknown.</param>
    /// <param name="sha256">The SHA-256 of the source file in lower-case hexadecimal; null if there is no file.</param>
    /// <param name="draftsInFileOrder">The changes; whatever they say of number, needs and group is replaced.</param>
    /// <param name="brakes">The brakes that came on.</param>
    /// <param name="batchSize">How many changes a batch holds at most, unless a group is larger.</param>
    /// <param name="undoes">The change set that this one undoes; null for an import.</param>
    /// <param name="notUndone">What an undo leaves as it is.</param>
    internal static ChangeSet Create(Guid id, DateTimeOffset createdAt, ImportAction action, string? fileName, string? sha256,
        IReadOnlyList<UserChange> draftsInFileOrder, IReadOnlyList<TrippedBrake> brakes, int batchSize,
        Guid? undoes = null, IReadOnlyList<NotUndone>? notUndone = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        var changes = ChangeOrder.Arrange([.. draftsInFileOrder.Select(Planned)]);
        return new ChangeSet
        {
            Id = id,
            CreatedAt = createdAt.ToUniversalTime(),
            Action = action,
            FileName = fileName,
            FileSha256 = sha256,
            Changes = changes,
            BatchSizes = ChangeOrder.Cut(changes, batchSize),
            Brakes = brakes,
            Undoes = undoes,
            NotUndone = notUndone ?? [],
        };
    }

    // Lock and version are what the host said of the state before; nobody has said anything of the planned one.
    private static UserChange Planned(UserChange draft) => draft.After is { Locked: null, Version: null }
        ? draft
        : draft with { After = draft.After with { Locked = null, Version = null } };
}
