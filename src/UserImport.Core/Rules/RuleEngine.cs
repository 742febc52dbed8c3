using Microsoft.Extensions.Options;
using UserImport.Columns;

namespace UserImport.Rules;

/// <summary>Judges rows one by one: required fields, email grammar, names of the organisational structure, the host's own rules.</summary>
/// <remarks>Pure: a verdict depends on row, existing user, structure and options alone.</remarks>
public sealed class RuleEngine
{
    private readonly UserImportOptions _options;
    private readonly IReadOnlyList<IRowRule> _rules;
    private readonly ColumnTable _table;

    /// <summary>Creates an engine with the host's own rules.</summary>
    public RuleEngine(IOptions<UserImportOptions> options, IEnumerable<IRowRule> rules)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options.Value;
        _rules = [.. rules];
        _table = ColumnTable.Of(_options);
    }

    /// <summary>Returns a judge for one check. It indexes the structure once and is not for several threads.</summary>
    public RowJudge JudgeAgainst(OrgStructure structure)
    {
        ArgumentNullException.ThrowIfNull(structure);
        return new RowJudge(structure, _options, _rules, _table);
    }
}
