namespace UserImport.Columns;

/// <summary>How a user holds the value of one column: a text, a yes or no, a list of names or one of managers.</summary>
internal abstract class UserField(UserColumn column)
{
    /// <summary>The column.</summary>
    public UserColumn Column { get; } = column;

    /// <summary>The type of the value.</summary>
    public abstract Type ValueType { get; }

    /// <summary>Returns the value that a user has.</summary>
    public abstract object ValueOf(UserRecord user);

    /// <summary>Returns a user with another value.</summary>
    public abstract UserRecord With(UserRecord user, object value);

    /// <summary>Whether two values mean the same, however they are spelt (M3, M5, M7, F3).</summary>
    public abstract bool AreSame(object one, object other);

    /// <summary>Whether two values are equal to the letter.</summary>
    public abstract bool AreEqual(object one, object other);

    /// <summary>Whether the values of two states of a user mean the same.</summary>
    public virtual bool AreSameOf(UserRecord one, UserRecord other) => AreSame(ValueOf(one), ValueOf(other));

    /// <summary>Returns a user with the value that another state has.</summary>
    public UserRecord Take(UserRecord to, UserRecord from) => With(to, ValueOf(from));
}

/// <summary>How a user holds a value of a type.</summary>
/// <param name="column">The column.</param>
/// <param name="of">Returns the value that a user has.</param>
/// <param name="with">Returns a user with another value.</param>
internal abstract class UserField<T>(UserColumn column, Func<UserRecord, T> of, Func<UserRecord, T, UserRecord> with) : UserField(column)
    where T : notnull
{
    public sealed override Type ValueType => typeof(T);

    /// <summary>Returns the value that a user has.</summary>
    public T Of(UserRecord user) => of(user);

    public override object ValueOf(UserRecord user) => of(user);

    public sealed override UserRecord With(UserRecord user, object value) => with(user, (T)value);

    public sealed override bool AreSame(object one, object other) => AreSame((T)one, (T)other);

    public sealed override bool AreSameOf(UserRecord one, UserRecord other) => AreSame(of(one), of(other));

    /// <summary>Whether two values mean the same.</summary>
    protected abstract bool AreSame(T one, T other);
}
