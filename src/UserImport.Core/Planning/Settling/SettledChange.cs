namespace UserImport.Planning.Settling;

/// <summary>What a row makes of its user.</summary>
/// <param name="After">The user as planned.</param>
/// <param name="Fields">The fields that change.</param>
internal readonly record struct UserUpdate(UserRecord After, IReadOnlyList<FieldChange> Fields);

/// <summary>The update of a row on which no other has a bearing.</summary>
/// <param name="Ordinal">Which row of the file it is, from 0.</param>
/// <param name="RowNumber">The row number that Excel shows.</param>
/// <param name="User">The user as stored.</param>
/// <param name="Update">What the row makes of them.</param>
internal readonly record struct SettledChange(int Ordinal, int RowNumber, UserRecord User, UserUpdate Update)
{
    public UserChange ToChange(int number) => new()
    {
        Number = number,
        Row = RowNumber,
        Kind = ChangeKind.Updated,
        Before = User,
        After = Update.After,
        Fields = Update.Fields,
    };
}
