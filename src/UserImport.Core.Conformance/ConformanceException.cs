namespace UserImport.Conformance;

/// <summary>A port does not do what its contract says.</summary>
public sealed class ConformanceException : Exception
{
    /// <summary>Creates the exception with what was expected and what was found.</summary>
    public ConformanceException(ConformanceCase broken, string message)
        : base($"{broken?.Name} ({broken?.Rule}): {message}")
    {
        ArgumentNullException.ThrowIfNull(broken);
        Case = broken;
    }

    /// <summary>The case that failed.</summary>
    public ConformanceCase Case { get; }
}
