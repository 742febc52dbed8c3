using System.Globalization;

namespace UserImport;

/// <summary>What the administrator chose for one upload.</summary>
public sealed record ImportRequest
{
    /// <summary>What the import may do; adds and updates by default (A1).</summary>
    public ImportAction Action { get; init; }

    /// <summary>The name of the uploaded file, kept with the change set (P2); null if unknown.</summary>
    public string? FileName { get; init; }

    /// <summary>The culture of all messages, English or Dutch; English if null, never the machine's own (K3).</summary>
    public CultureInfo? Culture { get; init; }
}

/// <summary>What an import may do. No action touches users that are absent from the file (A3).</summary>
public enum ImportAction
{
    /// <summary>'Upload new and updated users': adds new users and updates existing ones (A1).</summary>
    AddAndUpdate,

    /// <summary>Adds new users; a row of an existing user is rejected (A2).</summary>
    AddOnly,

    /// <summary>Updates existing users; a row of an unknown user is rejected (A2).</summary>
    UpdateOnly,
}
