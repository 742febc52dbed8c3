namespace OnlineAcademy.Data;

/// <summary>The record of one committed batch: it commits with the users, so applying again is resuming.</summary>
public sealed class AppliedBatch
{
    /// <summary>The change set.</summary>
    public Guid ChangeSetId { get; set; }

    /// <summary>The number of the batch in its change set.</summary>
    public int Number { get; set; }

    /// <summary>The outcome of every change of the batch, as JSON.</summary>
    public required string Outcomes { get; set; }

    /// <summary>When it was applied, in UTC.</summary>
    public DateTime AppliedAt { get; set; }
}

/// <summary>An invitation that waits to be sent: at most one for a user and a change set.</summary>
public sealed class Invitation
{
    /// <summary>The change set that asks for it.</summary>
    public Guid ChangeSetId { get; set; }

    /// <summary>Who is invited.</summary>
    public int UserId { get; set; }

    /// <summary>When it was asked for, in UTC.</summary>
    public DateTime CreatedAt { get; set; }

    /// <summary>When it was sent, in UTC; null as long as it waits. The sample sends nothing.</summary>
    public DateTime? SentAt { get; set; }
}
