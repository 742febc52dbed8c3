using System.ComponentModel;
using System.Diagnostics;

namespace UserImport.Tests;

/// <summary>Programs of other makers that open what the library writes; a test that needs one skips where it is missing.</summary>
internal static class OtherPrograms
{
    private const string Python = "/usr/bin/python3";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Opens a workbook in LibreOffice and saves it as a workbook again.</summary>
    public static byte[] SaveWithLibreOffice(byte[] workbook)
    {
        Assert.SkipUnless(Answers("soffice", "--version"), "LibreOffice is not installed.");
        using var folder = new WorkFolder();
        var file = folder.Write("given.xlsx", workbook);
        var saved = Path.Combine(folder.Path, "saved");
        Run("soffice", folder.Profile, "--headless", "--convert-to", "xlsx", "--outdir", saved, file);
        return File.ReadAllBytes(Path.Combine(saved, "given.xlsx"));
    }

    /// <summary>Opens a workbook in openpyxl and saves it again.</summary>
    public static byte[] SaveWithOpenpyxl(byte[] workbook)
    {
        Assert.SkipUnless(Answers(Python, "-c", "import openpyxl"), "openpyxl is not installed.");
        using var folder = new WorkFolder();
        var file = folder.Write("given.xlsx", workbook);
        Run(Python, "-c", "import sys, openpyxl; openpyxl.load_workbook(sys.argv[1]).save(sys.argv[1])", file);
        return File.ReadAllBytes(file);
    }

    /// <summary>Runs a script of TestData that drives LibreOffice: it gets the profile folder, the workbook and the arguments.</summary>
    public static string DriveLibreOffice(string script, byte[] workbook, params string[] arguments)
    {
        Assert.SkipUnless(Answers("soffice", "--version"), "LibreOffice is not installed.");
        Assert.SkipUnless(Answers(Python, "-c", "import uno"), "LibreOffice's Python bridge is not installed.");
        using var folder = new WorkFolder();
        var file = folder.Write("given.xlsx", workbook);
        return Run(Python, [Path.Combine(AppContext.BaseDirectory, "TestData", script), folder.Path, file, .. arguments]);
    }

    private static bool Answers(string program, params string[] arguments)
    {
        try
        {
            Run(program, arguments);
            return true;
        }
        catch (Exception failure) when (failure is Win32Exception or InvalidOperationException)
        {
            return false;
        }
    }

    private static string Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"{program} did not end.");
        }
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {errors.Result}");
        return output.Result;
    }

    private sealed class WorkFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("userimport-").FullName;

        public string Profile => $"-env:UserInstallation=file://{Path}/profile";

        public string Write(string name, byte[] content)
        {
            var file = System.IO.Path.Combine(Path, name);
            File.WriteAllBytes(file, content);
            return file;
        }

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
