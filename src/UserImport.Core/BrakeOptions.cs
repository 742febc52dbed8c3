namespace UserImport;

/// <summary>The brakes of a check (K5): beyond one, an import starts only with an acknowledgement.</summary>
public sealed class BrakeOptions
{
    /// <summary>Users who would be deactivated, of the accepted rows of existing users; over 20 %, at least 5.</summary>
    public Brake Deactivations { get; set; } = new(20, 5);

    /// <summary>Users who would lose a value, of the accepted rows of existing users; over 20 %, at least 20.</summary>
    public Brake Clears { get; set; } = new(20, 20);

    /// <summary>Users who would get another email, of the accepted rows of existing users; over 20 %, at least 20.</summary>
    public Brake Emails { get; set; } = new(20, 20);

    /// <summary>Rejected rows, of the rows read; over 50 %, at least 20.</summary>
    public Brake Rejections { get; set; } = new(50, 20);

    /// <summary>Updates in which first name, last name and email all change, of all updates; over 10 %, at least 20 (F6).</summary>
    public Brake Shifted { get; set; } = new(10, 20);
}

/// <summary>One brake: it is on when a count is over a share and at least a minimum.</summary>
/// <param name="Percent">The share in percent that may not be exceeded, 0 to 100; exactly this share does not stop.</param>
/// <param name="AtLeast">The count below which the brake never comes on, 0 or more.</param>
/// <param name="IsOn">Whether the brake is watched at all; it is by default.</param>
public sealed record Brake(int Percent, int AtLeast, bool IsOn = true)
{
    internal bool Stops(int count, int of) => IsOn && count >= AtLeast && (long)count * 100 > (long)of * Percent;
}
