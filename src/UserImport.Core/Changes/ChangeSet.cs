using UserImport.Changes;

namespace UserImport.Planning;

/// <summary>Everything that an import will do, as data: it can be stored, sent, refused when stale, and undone (section 7).</summary>
/// <remarks>It holds personal data before and after the import; keep it on the server, and only as long as it is needed.</remarks>
public sealed partial class ChangeSet
{
    internal ChangeSet()
    {
    }

    /// <summary>Who the change set is: a host's record of applied batches goes by it (P5).</summary>
    public required Guid Id { get; init; }

    /// <summary>The version of the document format that the change set is written in (P2).</summary>
    public int FormatVersion { get; } = DocumentForm.Version;

    /// <summary>When the check was made, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>What the import may do.</summary>
    public required ImportAction Action { get; init; }

    /// <summary>The name of the source file; null if unknown.</summary>
    public string? FileName { get; init; }

    /// <summary>The SHA-256 of the source file in lower-case hexadecimal; null for a change set that undoes another one.</summary>
    public string? FileSha256 { get; init; }

    /// <summary>The changes in the order in which they are applied: whatever a change needs comes before it (P3).</summary>
    public required IReadOnlyList<UserChange> Changes { get; init; }

    /// <summary>How many changes each batch holds, in order; fixed at the check (P5).</summary>
    public required IReadOnlyList<int> BatchSizes { get; init; }

    /// <summary>The brakes that came on; if there are any, applying wants an acknowledgement (K5).</summary>
    public required IReadOnlyList<TrippedBrake> Brakes { get; init; }

    /// <summary>The change set that this one undoes; null for an import (P8).</summary>
    public Guid? Undoes { get; init; }

    /// <summary>What an undo leaves as it is, said plainly; empty for an import (P8).</summary>
    public IReadOnlyList<NotUndone> NotUndone { get; init; } = [];
}

/// <summary>A brake that came on (K5).</summary>
/// <param name="Code">The stable code, such as <c>brake.deactivations</c>.</param>
/// <param name="Count">How many users or rows it counts.</param>
/// <param name="Of">Of how many.</param>
/// <param name="LimitPercent">The share in percent that is allowed.</param>
/// <param name="Message">The same in words, in the language of the check.</param>
public sealed record TrippedBrake(string Code, int Count, int Of, int LimitPercent, string Message);

/// <summary>Something that an undo leaves as it is (P8).</summary>
/// <param name="Code">The stable code: <c>undo.invitationSent</c>, <c>undo.addedStays</c> or <c>undo.emailInUse</c>.</param>
/// <param name="EmployeeNumbers">Whom it concerns.</param>
/// <param name="Message">The same in words.</param>
public sealed record NotUndone(string Code, IReadOnlyList<string> EmployeeNumbers, string Message);
