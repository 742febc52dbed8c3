using UserImport.Planning.People;

namespace UserImport.Tests.Reference;

internal sealed partial class ReferenceJudge
{
    /// <summary>Says what becomes of each row once the accepted rows are settled, and counts (sections 5 and 6).</summary>
    private sealed class Verdicts(List<RowReading> rows, List<RowReading> accepted, World state)
    {
        private int _invitations;
        private int _withheld;

        public Judgement Judgement()
        {
            var verdicts = rows.Select(Verdict).ToList();
            var users = state.People.Where(person => !person.IsGone)
                .Select(person => new FinalUser(person.After, person.Managers.Select(one => one.After.EmployeeNumber).ToHashSet(), person.Row?.Given.Row))
                .ToList();
            return new Judgement(verdicts, users, Count(verdicts));
        }

        private Verdict Verdict(RowReading row)
        {
            var none = new HashSet<string>();
            if (row.IsDuplicate) return new Verdict(row.Given.Row, Fate.Duplicate, new HashSet<string> { "row.duplicate" }, none, false);
            if (!accepted.Contains(row)) return new Verdict(row.Given.Row, Fate.Rejected, row.Errors, none, false);
            var person = state.People.Find(one => one.Row == row)!;
            var remarks = new HashSet<string>(person.Remarks);
            if (row.Invite && !row.Planned.Active) remarks.Add("sendInvitation.withheld");
            if (row.Invite && !row.Planned.Active) _withheld++;
            if (row.Invite && row.Planned.Active) _invitations++;
            var changed = Changed(person);
            var fate = person.Before is null ? Fate.Added : changed.Count > 0 ? Fate.Updated : Fate.Unchanged;
            return new Verdict(row.Given.Row, fate, remarks, changed, row.Invite && row.Planned.Active);
        }

        private static HashSet<string> Changed(Person person)
        {
            if (person.Before is null) return [];
            var changed = ChangedColumns(person.Before, person.After);
            if (!person.Managers.SetEquals(person.ManagersBefore)) changed.Add("Managers");
            return changed;
        }

        private JudgedCounts Count(List<Verdict> verdicts)
        {
            var existing = state.People.Where(person => person.Row is not null && person.Before is not null).ToList();
            var cleared = new Dictionary<string, int>();
            var losing = 0;
            foreach (var person in existing)
            {
                var lost = Lost(person).ToList();
                if (lost.Count > 0) losing++;
                foreach (var column in lost) cleared[column] = cleared.GetValueOrDefault(column) + 1;
            }
            var (least, most) = InactiveManagers();
            return new JudgedCounts(
                existing.Count(person => person.Before!.Active && !person.After.Active),
                existing.Count(person => !person.Before!.Active && person.After.Active),
                existing.Count(person => person.Before!.Email != person.After.Email),
                existing.Count(person => AsciiLower(person.Before!.Email) != AsciiLower(person.After.Email)),
                cleared, losing, existing.Count, _invitations, _withheld,
                existing.Count(person => Changed(person).IsSupersetOf(["FirstName", "LastName", "Email"])), least, most);
        }

        private static IEnumerable<string> Lost(Person person)
        {
            var (before, after) = (person.Before!, person.After);
            if (before.Prefix.Length > 0 && after.Prefix.Length == 0) yield return "Prefix";
            if (before.CostCenter.Length > 0 && after.CostCenter.Length == 0) yield return "CostCenter";
            if (before.Functions.Count > 0 && after.Functions.Count == 0) yield return "Functions";
            if (before.Teams.Count > 0 && after.Teams.Count == 0) yield return "Teams";
            if (person.ManagersBefore.Count > 0 && person.Managers.Count == 0) yield return "Managers";
        }

        // F4, the warning. Nobody can ask the host who has a certain manager, so a user who is not in the file may count or not.
        private (int AtLeast, int AtMost) InactiveManagers()
        {
            var (least, most) = (0, 0);
            foreach (var manager in state.People.Where(person => !person.After.Active && !person.IsGone))
            {
                var added = state.People.Exists(person => person.Row is not null && person.Managers.Contains(manager) && !person.ManagersBefore.Contains(manager));
                var deactivated = manager.Before is { Active: true };
                var inFile = rows.Exists(row => state.People.Exists(person => Owns(row, person) && person.Managers.Contains(manager)));
                var anywhere = state.People.Exists(person => person.Managers.Contains(manager));
                if (added || (deactivated && inFile)) least++;
                if (added || (deactivated && anywhere)) most++;
            }
            return (least, most);
        }

        private static bool Owns(RowReading row, Person person) =>
            person.Row == row || (row.Existing is not null && row.Existing == person.Before);
    }
}
