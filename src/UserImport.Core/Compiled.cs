using System.Runtime.CompilerServices;

namespace UserImport;

/// <summary>How the methods are compiled that most cells of a file pass through.</summary>
internal static class Compiled
{
    /// <summary>
    /// In full at the first call. The runtime would run them unoptimised until it has seen enough calls, and a host that is started for one
    /// import would wait for that in every import.
    /// </summary>
    /// <remarks>
    /// Such a method is compiled once, without regard to what its calls were like, and even if a host has precompiled the rest. A static field
    /// that has no value yet is not a constant in it. Mark what it calls for every cell, too.
    /// </remarks>
    public const MethodImplOptions AtOnce = MethodImplOptions.AggressiveOptimization;
}
