namespace UserImport.Conformance;

/// <summary>A port does not do what its contract says.</summary>
public sealed class ConformanceException : Exception
{
    internal ConformanceException(ConformanceCase broken, string message)
        : base($"{broken.Name} ({broken.Rule}): {message}") => Case = broken;

    /// <summary>The case that failed.</summary>
    public ConformanceCase Case { get; }
}
