using UserImport.Changes;
using UserImport.Columns;
using UserImport.Planning.People;
using UserImport.Rules;

namespace UserImport.Planning.FinalState;

/// <summary>Step 3 of section 5: rejects every row that adds a manager inside a circle of the final state (F4).</summary>
internal sealed class ManagerCircles(FinalUsers state, UserLookup users, ReportBudget reports)
{
    private const int LargestCircleShown = 200;
    private const int MostPersonsShown = 12;
    private const int MostSteps = 2_000_000;

    // The rejections of one round may close circles for the next. An honest file has two or three; each costs a walk over all rows.
    private const int MostRounds = 50;

    private int _steps;
    private int _rounds;

    /// <summary>Returns the accepted rows that fail, with their reasons; loads the managers above, one lookup a level.</summary>
    public async Task<List<(PlannedRow Row, List<ImportIssue> Reasons)>> FindAsync(CancellationToken cancellationToken)
    {
        var failed = new List<(PlannedRow, List<ImportIssue>)>();
        var adding = RowsThatMayClose();
        if (adding.Count == 0) return failed;
        if (++_rounds > MostRounds) return Entangled();
        var places = await LoadAboveAsync(adding, cancellationToken).ConfigureAwait(false);
        var persons = places.Keys.ToArray();
        var (circles, sizes) = ChangeGroups.Find([.. persons.Select(person => Edges(person, places))]);
        var shown = new Dictionary<int, string>();
        foreach (var row in adding)
        {
            var reasons = new List<ImportIssue>();
            var own = circles[places[row.Person]];
            for (var i = 0; i < row.Managers!.Length; i++)
            {
                if (row.Managers[i].Person is not { } manager || state.IsPresentManager(row, manager)) continue;
                if (manager == row.Person) reasons.Add(row.Row.Problem(UserColumns.Managers, "self", value: row.Planned.Managers![i]));
                else if (circles[places[manager]] == own && reports.Allows(reasons.Count))
                    reasons.Add(row.Row.Problem(UserColumns.Managers, "circle", value: row.Planned.Managers![i],
                        arguments: [("path", Path(row.Person, manager, person => circles[places[person]] == own, sizes[own], own, shown))]));
            }
            if (reasons.Count > 0) failed.Add((row, reasons));
        }
        return failed;
    }

    // The rows that add a manager, but for those of new users whom nobody names: nobody is below them.
    private List<PlannedRow> RowsThatMayClose()
    {
        var named = new HashSet<Person>();
        foreach (var row in state.Rows)
            if (row.IsAccepted)
                foreach (ref readonly var finding in row.Managers.AsSpan())
                    if (finding.Person is { Stored: null } person) named.Add(person);
        return [.. state.Rows.Where(row => row.IsAccepted && AddsManager(row) && (row.Person.Stored is not null || named.Contains(row.Person)))];
    }

    private bool AddsManager(PlannedRow row)
    {
        foreach (ref readonly var finding in row.Managers.AsSpan())
            if (finding.Person is { } person && !state.IsPresentManager(row, person)) return true;
        return false;
    }

    // Rows without managers of their own can close no more circles.
    private List<(PlannedRow Row, List<ImportIssue> Reasons)> Entangled() =>
        [.. state.Rows.Where(row => row is { IsAccepted: true, ManagerKeys.Length: > 0 }).Select(row => (row, new List<ImportIssue> { row.Row.Problem(UserColumns.Managers, "entangled") }))];

    private async Task<Dictionary<Person, int>> LoadAboveAsync(List<PlannedRow> adding, CancellationToken cancellationToken)
    {
        var places = new Dictionary<Person, int>();
        foreach (var row in adding) places.TryAdd(row.Person, places.Count);
        var level = places.Keys.ToList();
        while (level.Count > 0)
        {
            var unknown = UnknownAbove(level);
            await users.LoadNumbersAsync(unknown.Select(manager => UserKeys.OfEmployeeNumber(manager.EmployeeNumber)).ToHashSet(StringComparer.Ordinal),
                cancellationToken).ConfigureAwait(false);
            foreach (var manager in unknown) users.Of(manager);
            var above = new List<Person>();
            foreach (var person in level)
                foreach (var manager in state.ManagersOf(person))
                    if (places.TryAdd(manager, places.Count)) above.Add(manager);
            level = above;
        }
        return places;
    }

    // The stored managers of whom nobody knows more than their references.
    private List<UserReference> UnknownAbove(List<Person> level)
    {
        var unknown = new List<UserReference>();
        foreach (var person in level)
        {
            if (person.Stored is not { Managers: var managers } || (person.IsPlanned && person.Row!.Managers is not null)) continue;
            for (var i = 0; i < managers.Count; i++)
                if (users.Find(managers[i]) is null) unknown.Add(managers[i]);
        }
        return unknown;
    }

    private int[] Edges(Person person, Dictionary<Person, int> places)
    {
        var managers = state.ManagersOf(person);
        var edges = managers.Count == 0 ? [] : new int[managers.Count];
        for (var i = 0; i < edges.Length; i++) edges[i] = places[managers[i]];
        return edges;
    }

    // The shortest way back from the added manager; all of a very large circle share the first one found, and so do all of any
    // circle once the searches have gone a long way.
    private string Path(Person person, Person manager, Func<Person, bool> isInCircle, int size, int circle, Dictionary<int, string> shown)
    {
        if ((size > LargestCircleShown || _steps > MostSteps) && shown.TryGetValue(circle, out var known)) return known;
        var from = new Dictionary<Person, Person> { [manager] = manager };
        var queue = new Queue<Person>([manager]);
        while (!from.ContainsKey(person) && queue.TryDequeue(out var at))
        {
            var managers = state.ManagersOf(at);
            _steps += managers.Count;
            foreach (var above in managers)
                if (isInCircle(above) && from.TryAdd(above, at))
                    queue.Enqueue(above);
        }
        var way = new List<string>();
        for (var at = person; ; at = from[at])
        {
            way.Add(at.DisplayName);
            if (at == manager) break;
        }
        way.Reverse();
        if (way.Count > MostPersonsShown) way.RemoveRange(MostPersonsShown / 2, way.Count - MostPersonsShown);
        return shown[circle] = string.Join(" → ", way.Prepend(person.DisplayName));
    }
}
