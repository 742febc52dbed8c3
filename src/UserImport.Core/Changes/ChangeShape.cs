using System.Text.Json.Serialization;
using UserImport.Planning;

namespace UserImport.Changes;

/// <summary>One change as a line of the document; the state after it says only what differs from the state before.</summary>
internal sealed record ChangeShape
{
    public required int Number { get; init; }

    public required int Row { get; init; }

    public required ChangeKind Kind { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool SendInvitation { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public UserShape? Before { get; init; }

    public required UserShape After { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<FieldChange>? Fields { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<int>? Needs { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Group { get; init; }

    public static ChangeShape Of(UserChange change) => new()
    {
        Number = change.Number,
        Row = change.Row,
        Kind = change.Kind,
        SendInvitation = change.SendInvitation,
        Before = change.Before is { } before ? UserShape.Of(before, UserShape.Nobody) : null,
        After = UserShape.Of(change.After, change.Before ?? UserShape.Nobody),
        // Gone through once: those of a new user are made for it.
        Fields = change.Fields.ToArray() is { Length: > 0 } fields ? fields : null,
        Needs = change.Needs.Count == 0 ? null : change.Needs,
        Group = change.Group,
    };

    /// <summary>Returns the change; refuses one that no check writes, whatever its fingerprint says.</summary>
    public UserChange ToChange(int number)
    {
        var before = Before?.ToUser(UserShape.Nobody);
        var sound = Number == number && Enum.IsDefined(Kind) && (before is null) == (Kind == ChangeKind.Added) &&
            (Fields is null || !Fields.Contains(null!));
        if (!sound) throw DocumentForm.Damaged("a change cannot be");
        return new UserChange
        {
            Number = Number,
            Row = Row,
            Kind = Kind,
            SendInvitation = SendInvitation,
            Before = before,
            After = After.ToUser(before ?? UserShape.Nobody),
            Fields = Fields ?? [],
            Needs = Needs ?? [],
            Group = Group,
        };
    }
}
