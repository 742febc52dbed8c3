using UserImport.Columns;
using UserImport.Rows;

namespace UserImport.Rules;

/// <summary>Judges the rows of one check against one organisational structure.</summary>
public sealed class RowJudge
{
    private readonly OrgStructure _structure;
    private readonly UserImportOptions _options;
    private readonly IReadOnlyList<IRowRule> _rules;
    private readonly TextField[] _texts;
    private readonly (NamesField Field, NameIndex Names)[] _names;
    private readonly UserField[] _flags;

    internal RowJudge(OrgStructure structure, UserImportOptions options, IReadOnlyList<IRowRule> rules, ColumnTable table)
    {
        _structure = structure;
        Index = new OrgIndex(structure);
        _options = options;
        _rules = rules;
        _texts = [.. table.Fields.OfType<TextField>().Where(field => field.Column.Kind is ColumnKind.Text)];
        _names = [.. table.Fields.OfType<NamesField>().Select(field => (field, new NameIndex(field.UnitsOf(structure))))];
        _flags = [.. table.Fields.Where(field => field.Column.Kind is ColumnKind.Flag)];
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
        foreach (var text in _texts) TextRule.Judge(hearing, text);
        EmailRule.Judge(hearing);
        UnitRule.Judge(hearing);
        LanguageRule.Judge(hearing);
        foreach (var (field, names) in _names) ListRule.JudgeNames(hearing, field, names);
        ListRule.JudgeManagers(hearing);
        foreach (var flag in _flags) FlagRule.Judge(hearing, flag);
        if (_rules.Count > 0)
        {
            var context = new RuleContext(row, existing, _structure, hearing.Issues);
            foreach (var rule in _rules) rule.Check(row, context);
        }
        issues = hearing.Issues;
        return hearing.Planned;
    }
}
