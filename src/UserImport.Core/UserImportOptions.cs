using UserImport.Columns;
using UserImport.Planning;

namespace UserImport;

/// <summary>Limits, brakes and policies of the import; read once, validated when the host starts.</summary>
/// <remarks>What cannot be stops the start with an <see cref="Microsoft.Extensions.Options.OptionsValidationException"/> that names every fault.</remarks>
public sealed class UserImportOptions
{
    /// <summary>What an uploaded file may cost at most; larger ones are refused as a whole (section 8).</summary>
    public ImportLimits Limits { get; } = new();

    /// <summary>Shares of users above which an import wants an acknowledgement (K5).</summary>
    public BrakeOptions Brakes { get; } = new();

    /// <summary>What a blank optional cell means for an existing user; clears the value by default (A4).</summary>
    public BlankCellPolicy BlankCells { get; set; }

    /// <summary>Whether letters outside ASCII may stand before the @ of an email; not by default (M6).</summary>
    public bool AllowInternationalEmail { get; set; }

    /// <summary>Whether a workbook with macros is read, without them; not by default: it is refused as <c>workbook.macros</c>.</summary>
    public bool AllowMacros { get; set; }

    /// <summary>How many changes one transaction holds; 500 by default, at least 1 (P5).</summary>
    public int BatchSize { get; set; } = 500;

    /// <summary>How many rows are looked up in the repository at once, their managers included; 1,000 by default, at least 1.</summary>
    public int LookupBatchSize { get; set; } = 1000;

    /// <summary>The host's own text columns, behind the fourteen (C6).</summary>
    public IList<CustomColumn> CustomColumns { get; } = [];

    /// <summary>What users have: the table that every stage goes by.</summary>
    internal IReadOnlyList<UserField> Fields { get; set; } = UserFields.All;
}

/// <summary>What a blank optional cell means for an existing user (A4).</summary>
public enum BlankCellPolicy
{
    /// <summary>The value is cleared: a blank is a change too.</summary>
    Clear,

    /// <summary>The value stays.</summary>
    Keep,
}
