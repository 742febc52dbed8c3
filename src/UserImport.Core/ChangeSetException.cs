namespace UserImport;

/// <summary>A change set, or the document of one, that may not be applied; nothing was applied.</summary>
public sealed class ChangeSetException : Exception
{
    /// <summary>Creates the exception with its reason.</summary>
    public ChangeSetException(ChangeSetFault fault, string message) : base(message) => Fault = fault;

    /// <summary>Why the change set may not be applied.</summary>
    public ChangeSetFault Fault { get; }
}

/// <summary>Why a change set may not be applied.</summary>
public enum ChangeSetFault
{
    /// <summary>The document is cut off, altered, or none at all (P2).</summary>
    Damaged,

    /// <summary>The document was written in another format version (P2).</summary>
    OtherVersion,

    /// <summary>A brake is on, and nobody acknowledged this change set by its fingerprint (K5).</summary>
    NotAcknowledged,
}
