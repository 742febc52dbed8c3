namespace UserImport.Applying;

public sealed partial class ChangeBatch
{
    /// <summary>The canonical employee numbers of the users to load inside the transaction.</summary>
    public IReadOnlyCollection<string> EmployeeNumbers => throw new NotImplementedException();

    /// <summary>The canonical emails of the users to load inside the transaction.</summary>
    public IReadOnlyCollection<string> Emails => throw new NotImplementedException();

    /// <summary>Decides what to write, purely, from the users loaded inside the transaction (P4).</summary>
    public BatchDecision Decide(IReadOnlyList<UserRecord> current) => throw new NotImplementedException();
}
