using System.ComponentModel;
using System.Diagnostics;

namespace UserImport.Tests.Packaging;

/// <summary>Runs programs in a folder the way a build server does, whatever started the tests.</summary>
internal static class DotnetCommand
{
    /// <summary>Runs the .NET SDK without leaving a server behind.</summary>
    public static Task<string> RunAsync(string folder, string command, params string[] arguments) =>
        StartAsync(folder, "dotnet", [command, .. arguments, "-nodeReuse:false", "-m:1", "-p:UseSharedCompilation=false"]);

    /// <summary>Runs a program and returns what it prints; throws with its output if it fails.</summary>
    public static async Task<string> StartAsync(string folder, string program, params string[] arguments)
    {
        using var process = Process.Start(Describe(folder, program, arguments))!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        try
        {
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
        return process.ExitCode == 0 ? await output
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {await output}{await errors}");
    }

    /// <summary>Describes how a program is started: in a folder, with nothing of the build that started the tests.</summary>
    public static ProcessStartInfo Describe(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(IsOfAnotherBuild).ToList()) start.Environment.Remove(name);
        start.Environment["CI"] = "true";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["GIT_AUTHOR_DATE"] = start.Environment["GIT_COMMITTER_DATE"] = "2026-01-01T00:00:00Z";
        return start;
    }

    public static async Task<bool> AnswersAsync(string program, params string[] arguments)
    {
        try
        {
            await StartAsync(Path.GetTempPath(), program, arguments);
            return true;
        }
        catch (Exception failure) when (failure is Win32Exception or InvalidOperationException)
        {
            return false;
        }
    }

    // The SDK that runs the tests tells its children where it is; a time for packages is this test's own business.
    private static bool IsOfAnotherBuild(string name) =>
        name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || name is "SOURCE_DATE_EPOCH" or "Configuration" or "Platform";
}
