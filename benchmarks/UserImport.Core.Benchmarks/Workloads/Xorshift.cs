namespace UserImport.Benchmarks.Workloads;

/// <summary>Random numbers that are the same on every machine and in every version of .NET.</summary>
internal struct Xorshift(int seed)
{
    private uint _state = ((uint)seed * 2_654_435_761u) ^ 0x85EB_CA6Bu | 1u;

    public int Next(int below)
    {
        _state ^= _state << 13;
        _state ^= _state >> 17;
        _state ^= _state << 5;
        return (int)((_state >> 8) % (uint)below);
    }
}
