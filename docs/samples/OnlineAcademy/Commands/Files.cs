namespace OnlineAcademy.Commands;

/// <summary>The files that the caller names.</summary>
internal static class Files
{
    /// <summary>Opens a file to read, while others may have it open too.</summary>
    public static FileStream Read(string path)
    {
        if (Directory.Exists(path)) throw new IOException($"'{path}' is a folder; a file is wanted.");
        if (!File.Exists(path)) throw new FileNotFoundException($"There is no file '{path}'{Nearest(path)}");
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, useAsync: true);
        }
        catch (IOException exception) when (File.Exists(path))
        {
            throw new IOException($"'{path}' is locked by another program. Close it there, and try again.", exception);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new IOException($"'{path}' may not be read by you. Look at the permissions of the file.", exception);
        }
    }

    /// <summary>Makes sure that a file can be named so, before any work is done for it.</summary>
    public static void ExpectFolderOf(string path)
    {
        var target = Path.GetFullPath(path);
        if (Directory.Exists(target)) throw new IOException($"'{path}' is a folder; the name of a file is wanted.");
        if (!Directory.Exists(Path.GetDirectoryName(target))) throw new IOException($"There is no folder '{Path.GetDirectoryName(target)}'.");
    }

    /// <summary>Writes a file as a whole: what was there before stays until the new one is complete.</summary>
    public static async Task WriteAsync(string path, Func<Stream, Task> write)
    {
        ExpectFolderOf(path);
        var target = Path.GetFullPath(path);
        if (IsPipeOrLink(target))
        {
            await using var direct = new FileStream(target, FileMode.Open, FileAccess.Write);
            await write(direct);
            return;
        }
        var unfinished = $"{target}.{Guid.NewGuid():N}.new";
        try
        {
            await using (var file = new FileStream(unfinished, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, useAsync: true))
                await write(file);
            Replace(unfinished, target, path);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private static void Replace(string unfinished, string target, string path)
    {
        try
        {
            File.Move(unfinished, target, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException && File.Exists(target))
        {
            throw new IOException($"'{path}' cannot be replaced: it is open in another program, or may not be written by you.", exception);
        }
    }

    private static bool IsPipeOrLink(string path) => new FileInfo(path) is { Exists: true } file
        && (file.LinkTarget is not null || (file.Attributes & FileAttributes.Device) != 0);

    // A wrong ending is the usual mistake: users.xls for users.xlsx.
    private static string Nearest(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (!Directory.Exists(folder)) return $": there is no folder '{folder}'.";
        var alike = Directory.EnumerateFiles(folder, Path.GetFileNameWithoutExtension(path) + ".*").FirstOrDefault();
        return alike is null ? "." : $"; do you mean '{Path.GetFileName(alike)}'?";
    }
}
