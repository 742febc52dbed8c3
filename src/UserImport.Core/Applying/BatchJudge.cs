using UserImport.Changes;
using UserImport.Columns;
using UserImport.Planning;

namespace UserImport.Applying;

/// <summary>Decides one batch: judges each change alone, then lets fail what leans on a change that does not stand (P4).</summary>
internal sealed class BatchJudge
{
    private readonly ChangeBatch _batch;
    private readonly LoadedUsers _users;
    private readonly ChangeVerdict[] _verdicts;
    private readonly Dictionary<int, int> _placeOf;
    private readonly Dictionary<string, int> _writing = new(StringComparer.Ordinal); // stored number → place of its change
    private readonly Dictionary<string, int> _adding = new(StringComparer.Ordinal); // key of the number → place of its change
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly List<int>?[] _leaning;
    private readonly Queue<int> _fallen = new();

    public BatchJudge(ChangeBatch batch, LoadedUsers users)
    {
        _batch = batch;
        _users = users;
        _verdicts = new ChangeVerdict[batch.Changes.Count];
        _leaning = new List<int>?[batch.Changes.Count];
        _placeOf = new(batch.Changes.Count);
        for (var i = 0; i < _verdicts.Length; i++)
        {
            var change = batch.Changes[i];
            _placeOf.Add(change.Number, i);
            var verdict = _verdicts[i] = ChangeVerdict.Of(change, users);
            if (!verdict.IsWritten) continue;
            if (verdict.Current is { } current) _writing[current.EmployeeNumber] = i;
            else _adding[StoredKeys.OfNumber(change.After.EmployeeNumber)] = i;
        }
    }

    public BatchDecision Decide(IReadOnlyDictionary<int, string> failed)
    {
        for (var i = 0; i < _verdicts.Length; i++)
            if (_verdicts[i].IsWritten && failed.TryGetValue(_batch.Changes[i].Number, out var reason)) Fail(i, reason);
        JudgeGroups();
        for (var i = 0; i < _verdicts.Length; i++)
            if (_verdicts[i].IsWritten && WhatSpeaksAgainst(i) is { } against) Fail(i, against);
        while (_fallen.TryDequeue(out var fallen))
            foreach (var leaning in _leaning[fallen] ?? [])
                if (_verdicts[leaning].IsWritten) Fail(leaning, OutcomeReasons.NeedsNotApplied);
        return new BatchDecision
        {
            Writes = [.. Enumerable.Range(0, _verdicts.Length).Where(i => _verdicts[i].IsWritten).Select(Write)],
            Outcomes = [.. _verdicts.Select((verdict, i) => new ChangeOutcome(_batch.Changes[i].Number, verdict.Kind, verdict.Reason))],
        };
    }

    private void Fail(int place, string reason)
    {
        _verdicts[place] = ChangeVerdict.Failed(reason);
        _fallen.Enqueue(place);
    }

    // The members that are written lean on each other in a ring, so that the fall of one brings all down.
    private void JudgeGroups()
    {
        foreach (var group in Enumerable.Range(0, _verdicts.Length).GroupBy(i => _batch.Changes[i].Group))
        {
            if (group.Key is null) continue;
            var stands = group.All(i => _verdicts[i].Stands);
            var written = group.Where(i => _verdicts[i].IsWritten).ToArray();
            for (var i = 0; i < written.Length; i++)
                if (stands) Lean(written[i], written[(i + 1) % written.Length]);
                else Fail(written[i], OutcomeReasons.NeedsNotApplied);
        }
    }

    private string? WhatSpeaksAgainst(int place)
    {
        var change = _batch.Changes[place];
        foreach (var need in change.Needs)
            if (_placeOf.TryGetValue(need, out var needed) ? !StandsFor(place, needed) : _batch.NotApplied.Contains(need))
                return OutcomeReasons.NeedsNotApplied;
        if (EmailTakenBy(place) is { } email && !IsFree(email, place)) return OutcomeReasons.EmailTaken;
        if (_verdicts[place].Columns.Contains(UserColumns.Managers.Key))
            foreach (var manager in change.After.Managers)
                if (_users.WithNumber(manager.EmployeeNumber).Count == 0 && !IsAdded(manager, place))
                    return OutcomeReasons.ManagerMissing;
        return null;
    }

    private bool IsFree(string email, int place)
    {
        if (!_taken.Add(email)) return false;
        foreach (var holder in _users.WithEmail(email))
            if (!ReferenceEquals(holder, _verdicts[place].Current) &&
                !(_writing.TryGetValue(holder.EmployeeNumber, out var freeing) && EmailTakenBy(freeing) is not null && StandsFor(place, freeing)))
                return false;
        return true;
    }

    private bool IsAdded(UserReference manager, int place) =>
        _adding.TryGetValue(StoredKeys.OfNumber(manager.EmployeeNumber), out var adding) && StandsFor(place, adding);

    private bool StandsFor(int place, int needed)
    {
        if (!_verdicts[needed].Stands) return false;
        if (_verdicts[needed].IsWritten && needed != place) Lean(place, needed);
        return true;
    }

    private void Lean(int place, int on) => (_leaning[on] ??= []).Add(place);

    private string? EmailTakenBy(int place)
    {
        var (verdict, change) = (_verdicts[place], _batch.Changes[place]);
        if (!verdict.Columns.Contains(UserColumns.Email.Key)) return null;
        var email = StoredKeys.OfEmail(change.After.Email);
        return verdict.Current is { } current && StoredKeys.OfEmail(current.Email) == email ? null : email;
    }

    private UserWrite Write(int place)
    {
        var (verdict, change) = (_verdicts[place], _batch.Changes[place]);
        var user = verdict.Current is { } current
            ? UserComparison.With(current, verdict.Columns, change.After)
            : change.After with { Locked = null, Version = null };
        return new UserWrite(change, user, verdict.Columns, verdict.Current is not null && EmailTakenBy(place) is not null);
    }
}
