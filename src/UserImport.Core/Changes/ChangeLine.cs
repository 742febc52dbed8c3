using System.Text.Json.Serialization;
using UserImport.Planning;

namespace UserImport.Changes;

/// <summary>One change as a line of the document; the state after it says only what differs from the state before.</summary>
internal sealed record ChangeLine
{
    public required int Number { get; init; }

    public required int Row { get; init; }

    public required ChangeKind Kind { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool SendInvitation { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public UserLine? Before { get; init; }

    public required UserLine After { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<FieldChange>? Fields { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<int>? Needs { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Group { get; init; }

    public static ChangeLine Of(UserChange change) => new()
    {
        Number = change.Number,
        Row = change.Row,
        Kind = change.Kind,
        SendInvitation = change.SendInvitation,
        Before = change.Before is { } before ? UserLine.Of(before, UserLine.Nobody) : null,
        After = UserLine.Of(change.After, change.Before ?? UserLine.Nobody),
        // Gone through once: those of a new user are made for it.
        Fields = change.Fields.ToArray() is { Length: > 0 } fields ? fields : null,
        Needs = change.Needs.Count == 0 ? null : change.Needs,
        Group = change.Group,
    };

    /// <summary>Returns the change; refuses one that no check writes, whatever its fingerprint says.</summary>
    public UserChange ToChange(int number)
    {
        var before = Before?.ToUser(UserLine.Nobody);
        var sound = Number == number && Enum.IsDefined(Kind) && (before is null) == (Kind == ChangeKind.Added) &&
            (Fields is null || !Fields.Contains(null!));
        if (!sound) throw DocumentForm.Damaged("one of its changes is none that a check writes");
        return new UserChange
        {
            Number = Number,
            Row = Row,
            Kind = Kind,
            SendInvitation = SendInvitation,
            Before = before,
            After = After.ToUser(before ?? UserLine.Nobody),
            Fields = Fields ?? [],
            Needs = Needs ?? [],
            Group = Group,
        };
    }
}
