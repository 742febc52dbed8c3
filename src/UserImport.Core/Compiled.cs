using System.Runtime.CompilerServices;

namespace UserImport;

/// <summary>How the methods that see every row or cell of a file are compiled.</summary>
internal static class Compiled
{
    /// <summary>
    /// In full at the first call. The runtime would run them unoptimised until it has seen enough calls, and a host that imports once a day
    /// would wait for that every day. What such a method calls for every cell is inlined, or compiled so, too.
    /// </summary>
    public const MethodImplOptions AtOnce = MethodImplOptions.AggressiveOptimization;
}
