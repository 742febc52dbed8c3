using UserImport.Columns;

namespace UserImport.Planning.People;

/// <summary>One human in the final state: a stored user, a user whom the file adds, or both sides of an update.</summary>
internal sealed class Person
{
    private static readonly UserColumn[] Names = [UserColumns.FirstName, UserColumns.Prefix, UserColumns.LastName];

    public Person(UserRecord? stored, string employeeNumber, string email)
    {
        Stored = stored;
        EmployeeNumber = employeeNumber;
        StoredEmail = email;
        StoredEmailKey = stored is null ? null : StoredKeys.OfEmail(email);
    }

    /// <summary>The user as stored; null for a new user, and for a manager whom the repository did not return.</summary>
    public UserRecord? Stored { get; }

    public string EmployeeNumber { get; }

    public string StoredEmail { get; }

    /// <summary>The key of the stored email; null if the person is not stored.</summary>
    public string? StoredEmailKey { get; }

    /// <summary>The row that plans for this person; null if the file has none.</summary>
    public PlannedRow? Row { get; set; }

    /// <summary>Whether a row that is still accepted plans for this person.</summary>
    public bool IsPlanned => Row is { IsAccepted: true };

    /// <summary>The address in the final state.</summary>
    public string FinalEmail => IsPlanned ? Row!.Planned.Email : StoredEmail;

    /// <summary>Whether the person can log in, in the final state.</summary>
    public bool IsFinallyActive => IsPlanned ? Row!.Planned.Active : Stored?.Active ?? true;

    /// <summary>How messages name the person: the full name and the number.</summary>
    public string DisplayName
    {
        get
        {
            string[] parts = Stored is { } user ? [user.FirstName, user.Prefix, user.LastName] : Row is { Planned: var planned }
                ? [.. Names.Select(planned.Of<string>)] : [];
            var name = string.Join(' ', parts.Where(part => part.Length > 0));
            return name.Length == 0 ? EmployeeNumber : $"{name} ({EmployeeNumber})";
        }
    }
}
