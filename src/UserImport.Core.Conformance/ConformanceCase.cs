namespace UserImport.Conformance;

/// <summary>One thing that a port must do, as a named case; the name is a true sentence about a port that conforms.</summary>
public sealed class ConformanceCase
{
    private readonly Func<CaseRun, Task> _body;

    internal ConformanceCase(string name, string rule, Func<CaseRun, Task> body)
    {
        Name = name;
        Rule = rule;
        _body = body;
    }

    /// <summary>The sentence; it never changes, so a test report can go by it.</summary>
    public string Name { get; }

    /// <summary>The rule of the rule book that the case stands for, such as <c>P5</c>.</summary>
    public string Rule { get; }

    /// <summary>Runs the case; it adds users of its own under numbers that nobody has, and never removes them.</summary>
    /// <param name="host">The ports; a test database of its own behind them is wise.</param>
    /// <param name="cancellationToken">Ends the case; it goes to the ports.</param>
    /// <exception cref="ConformanceException">The port does not conform. Exceptions of the ports pass through.</exception>
    public async Task RunAsync(ConformanceHost host, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(host);
        var run = await CaseRun.StartAsync(host, this, cancellationToken).ConfigureAwait(false);
        await _body(run).ConfigureAwait(false);
    }

    /// <summary>Returns the name.</summary>
    public override string ToString() => Name;
}
