namespace UserImport.Rows;

/// <summary>How often a text was there already.</summary>
internal struct Repeats
{
    // Where fewer than one of so many texts was there already, looking is not worth it.
    private const int OneOf = 4;
    private const int Trial = 2_048;

    private int _looks;
    private int _hits;

    /// <summary>Whether it is not worth looking any more.</summary>
    public readonly bool AreFew => _looks > Trial && _hits * OneOf < _looks;

    public void Count(bool isHit)
    {
        _looks++;
        if (isHit) _hits++;
    }
}
