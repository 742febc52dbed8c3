using UserImport.Columns;
using UserImport.Rows;

namespace UserImport.Rules;

/// <summary>Judges the rows of one check against one organisational structure.</summary>
public sealed class RowJudge
{
    private readonly OrgStructure _structure;
    private readonly UserImportOptions _options;
    private readonly IReadOnlyList<IRowRule> _rules;
    private readonly ColumnTable _table;

    internal RowJudge(OrgStructure structure, UserImportOptions options, IReadOnlyList<IRowRule> rules, ColumnTable table)
    {
        _structure = structure;
        Index = new OrgIndex(structure);
        _options = options;
        _rules = rules;
        _table = table;
    }

    internal OrgIndex Index { get; }

    internal ReportBudget Reports { get; } = new();

    /// <summary>Whether the host has rules of its own, which look at every row.</summary>
    internal bool HasHostRules => _rules.Count > 0;

    /// <summary>Judges a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="existing">The user whose number the row has (M1); null if it adds one.</param>
    public RowVerdict Check(UserRow row, UserRecord? existing)
    {
        ArgumentNullException.ThrowIfNull(row);
        Plan(row, existing, default, out var issues);
        return new RowVerdict(issues);
    }

    /// <summary>Returns what a row plans some of whose columns are known to say what is stored, and its problems, for the planner to add to.</summary>
    internal PlannedUser Plan(UserRow row, UserRecord? existing, ColumnSet asStored, out List<ImportIssue> issues)
    {
        var hearing = new RowHearing(row, existing, Index, _options) { AsStored = asStored, Reports = Reports };
        TextRule.Judge(hearing, _table);
        EmailRule.Judge(hearing);
        UnitRule.Judge(hearing);
        LanguageRule.Judge(hearing);
        ListRule.JudgeFunctions(hearing);
        ListRule.JudgeTeams(hearing);
        ListRule.JudgeManagers(hearing);
        FlagRule.Judge(hearing);
        if (_rules.Count > 0)
        {
            var context = new RuleContext(row, existing, _structure, hearing.Issues);
            foreach (var rule in _rules) rule.Check(row, context);
        }
        issues = hearing.Issues;
        return hearing.Planned;
    }
}
