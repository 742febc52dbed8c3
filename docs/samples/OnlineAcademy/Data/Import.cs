using UserImport;

namespace OnlineAcademy.Data;

/// <summary>One import in the history: who, when, which file, how far, and with which outcome.</summary>
public sealed class Import
{
    /// <summary>The key, which stands in the address of its page.</summary>
    public Guid Id { get; set; }

    /// <summary>Who uploaded the file.</summary>
    public required string Who { get; set; }

    /// <summary>When, in UTC.</summary>
    public DateTime CreatedAt { get; set; }

    /// <summary>When it was done, failed or dropped, in UTC.</summary>
    public DateTime? FinishedAt { get; set; }

    /// <summary>The name of the file.</summary>
    public string FileName { get; set; } = "";

    /// <summary>What the import may do.</summary>
    public ImportAction Action { get; set; }

    /// <summary>The language of its messages.</summary>
    public string Culture { get; set; } = "en";

    /// <summary>How far it is.</summary>
    public ImportState State { get; set; }

    /// <summary>The import that this one undoes; null if it is an upload.</summary>
    public Guid? UndoOf { get; set; }

    /// <summary>The change set, once there is one.</summary>
    public Guid? ChangeSetId { get; set; }

    /// <summary>Rows that add a user.</summary>
    public int Added { get; set; }

    /// <summary>Rows that change a user.</summary>
    public int Updated { get; set; }

    /// <summary>Rows that change nothing.</summary>
    public int Unchanged { get; set; }

    /// <summary>Rows that are not imported.</summary>
    public int Rejected { get; set; }

    /// <summary>The fingerprint that somebody acknowledged when they started it over a brake.</summary>
    public string? Acknowledged { get; set; }

    /// <summary>Changes that were written, once it is done.</summary>
    public int Applied { get; set; }

    /// <summary>Changes that were not written, once it is done.</summary>
    public int Skipped { get; set; }
}

/// <summary>How far an import is.</summary>
public enum ImportState
{
    /// <summary>The file is still on its way.</summary>
    Uploading,

    /// <summary>The file waits for its check, or is being checked.</summary>
    Checking,

    /// <summary>The final check is there; somebody has to decide.</summary>
    Checked,

    /// <summary>The file was refused as a whole.</summary>
    Refused,

    /// <summary>The changes are being written, or wait for it.</summary>
    Importing,

    /// <summary>The import is done.</summary>
    Done,

    /// <summary>The import stopped; it can be resumed.</summary>
    Failed,

    /// <summary>Somebody decided not to import.</summary>
    Dropped,
}

/// <summary>A piece of an uploaded file; kept until its import is done or dropped.</summary>
public sealed class UploadPiece
{
    /// <summary>The import.</summary>
    public Guid ImportId { get; set; }

    /// <summary>Where the piece stands, from 0.</summary>
    public int Number { get; set; }

    /// <summary>The bytes.</summary>
    public required byte[] Bytes { get; set; }
}

/// <summary>A piece of the final check or of the change set of an import, as the library's document.</summary>
public sealed class DocumentPiece
{
    /// <summary>The import.</summary>
    public Guid ImportId { get; set; }

    /// <summary>Which of the two it is.</summary>
    public DocumentKind Kind { get; set; }

    /// <summary>Where the piece stands, from 0.</summary>
    public int Number { get; set; }

    /// <summary>The bytes.</summary>
    public required byte[] Bytes { get; set; }
}

/// <summary>The documents of an import.</summary>
public enum DocumentKind
{
    /// <summary>The final check.</summary>
    Check,

    /// <summary>The change set.</summary>
    ChangeSet,
}
