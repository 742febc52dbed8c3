using UserImport.Planning.People;

namespace UserImport.Tests.Reference;

internal sealed partial class ReferenceJudge
{
    /// <summary>The final state after a set of accepted rows: everybody, with whoever manages them.</summary>
    internal sealed class World
    {
        private readonly ReferenceJudge _judge;
        private readonly List<RowReading> _rejected;

        public World(ReferenceJudge judge, List<RowReading> accepted, List<RowReading> rejected)
        {
            _judge = judge;
            _rejected = rejected;
            foreach (var user in judge.Stored) People.Add(new Person { Before = user, After = user });
            foreach (var row in accepted)
            {
                var person = People.Find(one => one.Before is not null && one.Before == row.Existing);
                if (person is null) People.Add(person = new Person { After = row.Planned });
                person.Row = row;
                person.After = row.Planned;
            }
            foreach (var person in People.ToList())
            {
                person.ManagersBefore = (person.Before?.Managers ?? []).Select(Named).ToHashSet();
                person.Managers = person.ManagersBefore;
            }
            foreach (var person in People.ToList())
                if (person.Row?.ManagerEntries is { } entries)
                    person.Managers = entries.SelectMany(entry => Lookup(person, entry)).ToHashSet();
        }

        public List<Person> People { get; } = [];

        public bool FailsEmailOrManagers(RowReading row)
        {
            var person = People.Find(one => one.Row == row)!;
            if (row.EmailKey != AsciiLower(person.Before?.Email ?? "") && People.Exists(other => other != person && !other.IsGone && AsciiLower(other.After.Email) == row.EmailKey))
                row.Errors.Add("email.taken");
            row.Errors.UnionWith(person.Faults);
            if (person.Before?.Locked is not null && person.Faults.Count == 0 && !person.Managers.SetEquals(person.ManagersBefore)) row.Errors.Add("user.locked");
            return row.Errors.Count > 0;
        }

        public bool FailsCircles(RowReading row)
        {
            var person = People.Find(one => one.Row == row)!;
            foreach (var manager in person.Managers.Except(person.ManagersBefore))
            {
                if (manager == person) row.Errors.Add("managers.self");
                else if (Reaches(manager, person)) row.Errors.Add("managers.circle");
            }
            return row.Errors.Count > 0;
        }

        private static bool Reaches(Person from, Person to)
        {
            var seen = new HashSet<Person> { from };
            var open = new Queue<Person>(seen);
            while (open.TryDequeue(out var next))
            {
                if (next == to) return true;
                foreach (var manager in next.Managers)
                    if (seen.Add(manager))
                        open.Enqueue(manager);
            }
            return false;
        }

        private Person Named(UserReference reference)
        {
            var person = People.Find(one => one.Before?.EmployeeNumber == reference.EmployeeNumber);
            if (person is null) People.Add(person = new Person { Before = Gone(reference), After = Gone(reference), IsGone = true });
            return person;
        }

        private static UserRecord Gone(UserReference reference) => new() { EmployeeNumber = reference.EmployeeNumber, Email = reference.Email };

        // F3: the final state first, then the old address of a user whose address this file changes.
        private List<Person> Lookup(Person person, string entry)
        {
            var today = person.ManagersBefore.Where(one => AsciiLower(one.Before!.Email) == entry).ToList();
            var found = People.FindAll(one => !one.IsGone && AsciiLower(one.After.Email) == entry);
            if (found.Exists(one => Had(one, entry))) found.RemoveAll(one => !Had(one, entry)); // a taker beside them fails F2 in this round
            if (found.Count > 1)
            {
                if (found.FindAll(today.Contains) is { Count: 1 } kept) return kept;
                person.Faults.Add("managers.ambiguous");
                return [];
            }
            if (found.Count == 1)
            {
                if (today.Count > 0 && !today.Contains(found[0])) person.Remarks.Add("managers.otherPerson");
                return found;
            }
            found = People.FindAll(one => !one.IsGone && Had(one, entry));
            if (found.Count > 1 && found.FindAll(today.Contains) is { Count: 1 } meant) found = meant;
            if (found.Count == 1)
            {
                person.Remarks.Add("managers.oldAddress");
                return found;
            }
            if (found.Count == 0 && today.Count > 0) return today;
            if (found.Count > 1) person.Faults.Add("managers.ambiguous");
            else person.Faults.Add(_rejected.Exists(row => row.EmailKey == entry) ? "managers.rejected" : "managers.unknown");
            return [];
        }

        private static bool Had(Person person, string address) => person.Before is not null && AsciiLower(person.Before.Email) == address;
    }

    internal sealed class Person
    {
        public UserRecord? Before { get; init; }

        public required UserRecord After { get; set; }

        public RowReading? Row { get; set; }

        public bool IsGone { get; init; }

        public HashSet<Person> ManagersBefore { get; set; } = [];

        public HashSet<Person> Managers { get; set; } = [];

        public HashSet<string> Faults { get; } = [];

        public HashSet<string> Remarks { get; } = [];
    }
}
