namespace UserImport.Planning;

/// <summary>What a row makes of its user.</summary>
/// <param name="After">The user as planned.</param>
/// <param name="Fields">The fields that change.</param>
internal readonly record struct UserUpdate(UserRecord After, IReadOnlyList<FieldChange> Fields);

/// <summary>The update of a row on which no other has a bearing.</summary>
/// <param name="Row">The row, and its user.</param>
/// <param name="Update">What it makes of them.</param>
internal readonly record struct SettledChange(MatchedRow Row, UserUpdate Update)
{
    public UserChange ToChange(int number) => new()
    {
        Number = number,
        Row = Row.Row.Number,
        Kind = ChangeKind.Updated,
        Before = Row.User,
        After = Update.After,
        Fields = Update.Fields,
    };
}
