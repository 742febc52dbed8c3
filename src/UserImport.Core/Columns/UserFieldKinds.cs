namespace UserImport.Columns;

/// <summary>A text, the same if it is equal after cleaning (R1): case counts (M7).</summary>
internal class TextField(UserColumn column, Func<UserRecord, string> of, Func<UserRecord, string, UserRecord> with)
    : UserField<string>(column, of, with)
{
    /// <summary>The host's own rule for the text (C6); null if there is none.</summary>
    public ColumnRule? Rule { get; init; }

    public sealed override bool AreEqual(object one, object other) => string.Equals((string)one, (string)other, StringComparison.Ordinal);

    /// <summary>Whether two texts are the same once they are cleaned.</summary>
    public static bool AreSameTexts(string one, string other) =>
        string.Equals(one, other, StringComparison.Ordinal) || CellText.Clean(one) == CellText.Clean(other);

    protected override bool AreSame(string one, string other) => AreSameTexts(one, other);
}

/// <summary>Who the user is: never compared, since users are matched by it, and never rewritten (M1).</summary>
internal sealed class KeyField(UserColumn column, Func<UserRecord, string> of, Func<UserRecord, string, UserRecord> with)
    : TextField(column, of, with)
{
    protected override bool AreSame(string one, string other) => true;
}

/// <summary>An email address, which has one spelling in a cell but for its case (M6, M7).</summary>
internal sealed class AddressField(UserColumn column, Func<UserRecord, string> of, Func<UserRecord, string, UserRecord> with)
    : TextField(column, of, with);

/// <summary>The name of one unit: case and repeated spaces do not count (M3).</summary>
internal sealed class NameField(UserColumn column, Func<UserRecord, string> of, Func<UserRecord, string, UserRecord> with)
    : TextField(column, of, with)
{
    protected override bool AreSame(string one, string other) => NameKey.Same(one, other);
}

/// <summary>The code of a language, which a cell spells in many ways (M8).</summary>
internal sealed class LanguageField(UserColumn column, Func<UserRecord, string> of, Func<UserRecord, string, UserRecord> with)
    : TextField(column, of, with)
{
    protected override bool AreSame(string one, string other) => NameKey.Same(one, other);
}

/// <summary>Names of units, in any order (R6).</summary>
internal sealed class NamesField(
    UserColumn column, Func<UserRecord, IReadOnlyList<string>> of, Func<UserRecord, IReadOnlyList<string>, UserRecord> with,
    Func<OrgStructure, IReadOnlyList<OrgUnit>> units) : UserField<IReadOnlyList<string>>(column, of, with)
{
    /// <summary>Returns the units of a structure that the names are of.</summary>
    public IReadOnlyList<OrgUnit> UnitsOf(OrgStructure structure) => units(structure);

    public override bool AreEqual(object one, object other) =>
        ((IReadOnlyList<string>)one).SequenceEqual((IReadOnlyList<string>)other);

    protected override bool AreSame(IReadOnlyList<string> one, IReadOnlyList<string> other) => NameKey.SameSet(one, other);
}

/// <summary>Other users, in any order, compared by who they are and not by their addresses (F3).</summary>
internal sealed class PeopleField(
    UserColumn column, Func<UserRecord, IReadOnlyList<UserReference>> of, Func<UserRecord, IReadOnlyList<UserReference>, UserRecord> with)
    : UserField<IReadOnlyList<UserReference>>(column, of, with)
{
    public override bool AreEqual(object one, object other) =>
        ((IReadOnlyList<UserReference>)one).SequenceEqual((IReadOnlyList<UserReference>)other);

    protected override bool AreSame(IReadOnlyList<UserReference> one, IReadOnlyList<UserReference> other)
    {
        if (ReferenceEquals(one, other) || (one.Count == 0 && other.Count == 0)) return true;
        if (one.Count == 1 && other.Count == 1) return KeyOf(one[0]) == KeyOf(other[0]);
        return one.Select(KeyOf).ToHashSet(StringComparer.Ordinal).SetEquals(other.Select(KeyOf));
    }

    private static string KeyOf(UserReference person) => StoredKeys.OfNumber(person.EmployeeNumber);
}

/// <summary>Yes or no.</summary>
internal sealed class FlagField(UserColumn column, Func<UserRecord, bool> of, Func<UserRecord, bool, UserRecord> with)
    : UserField<bool>(column, of, with)
{
    private static readonly object Yes = true, No = false;

    /// <summary>Returns a flag as a value of which there is but one.</summary>
    public static object Boxed(bool value) => value ? Yes : No;

    public override object ValueOf(UserRecord user) => Boxed(Of(user));

    public override bool AreEqual(object one, object other) => (bool)one == (bool)other;

    protected override bool AreSame(bool one, bool other) => one == other;
}

/// <summary>A wish for one import, which is no value of the user: nobody has it, and nothing differs in it.</summary>
internal sealed class WishField(UserColumn column) : UserField(column)
{
    public override Type ValueType => typeof(bool);

    public override object ValueOf(UserRecord user) => FlagField.Boxed(false);

    public override UserRecord With(UserRecord user, object value) => user;

    public override bool AreSame(object one, object other) => true;

    public override bool AreEqual(object one, object other) => true;
}
