using UserImport.Columns;
using UserImport.Lists;
using UserImport.Rows;
using UserImport.Rules;

namespace UserImport.Planning.People;

/// <summary>A row on its way through the steps of section 5: it only ever goes from accepted to rejected.</summary>
internal sealed class PlannedRow(UserRow row, UserRecord? existing, PlannedUser planned, List<ImportIssue> issues)
    : JudgedRow(row, existing, planned, issues)
{
    /// <summary>Which row of the file it is, from 0.</summary>
    public required int Ordinal { get; init; }

    /// <summary>The user whom the row is about.</summary>
    public required Person Person { get; init; }

    /// <summary>The key of the employee number; null if the cell cannot be read.</summary>
    public required string? NumberKey { get; init; }

    /// <summary>The key of the email; null if the cell cannot be read as one.</summary>
    public required string? EmailKey { get; init; }

    /// <summary>The keys of the addresses in the Managers cell; null if the managers stay as they are.</summary>
    public required string[]? ManagerKeys { get; set; }

    /// <summary>Whether the Managers cell says what is stored.</summary>
    public bool KeepsManagers => AsStored.Has(UserColumns.Managers);

    public bool IsDuplicate { get; set; }

    public bool IsRejected { get; private set; }

    public bool IsAccepted => !IsRejected && !IsDuplicate;

    /// <summary>Whether the row gives its user another address than the stored one, by M6.</summary>
    public bool TakesEmail => EmailKey is not null && EmailKey != Person.StoredEmailKey;

    /// <summary>Takes the addresses of a cell that says what is stored for addresses that may mean somebody else.</summary>
    public void LookUpManagers()
    {
        (Planned.Managers, ManagerKeys) = ListRule.EachOnce([.. (ListCell.Split(Row[UserColumns.Managers]) ?? []).Select(entry => entry.Text)]);
    }

    public void Reject() => IsRejected = true;

    public void Reject(ImportIssue reason)
    {
        Issues.Add(reason);
        IsRejected = true;
    }
}

/// <summary>Whom an address in the Managers cell means in the final state (F3).</summary>
/// <param name="Person">The manager; null if the address means nobody.</param>
/// <param name="Fault">Why it means nobody: the fault of the code; null if it means somebody.</param>
/// <param name="IsOldAddress">Whether it is the address that the manager has today and loses.</param>
/// <param name="Cause">The rejected row that would have given somebody the address.</param>
internal readonly record struct ManagerFinding(Person? Person, string? Fault = null, bool IsOldAddress = false, PlannedRow? Cause = null);
