namespace UserImport.Tests;

/// <summary>Tests that take minutes, such as those that build programs: the ordinary run leaves them to whoever asks for them.</summary>
internal static class LongRuns
{
    /// <summary>Set to 1, the long tests run.</summary>
    public const string Variable = "USERIMPORT_LONG";

    public static bool AreWanted => Environment.GetEnvironmentVariable(Variable) is "1";

    /// <summary>Ends a test as skipped unless somebody has asked for it.</summary>
    public static void Require() => Assert.SkipUnless(AreWanted, $"It takes minutes; set {Variable}=1 to run it.");
}
