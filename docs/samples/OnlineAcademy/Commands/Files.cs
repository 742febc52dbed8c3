namespace OnlineAcademy.Commands;

/// <summary>The files that the caller names.</summary>
internal static class Files
{
    /// <summary>Opens a file to read, while others may have it open too.</summary>
    public static FileStream Read(string path)
    {
        if (Directory.Exists(path)) throw new IOException($"'{path}' is a folder; a file is wanted.");
        if (!File.Exists(path)) throw new FileNotFoundException($"There is no file '{path}'{Nearest(path)}");
        return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, useAsync: true);
    }

    /// <summary>Writes a file as a whole: what was there before stays until the new one is complete.</summary>
    public static async Task WriteAsync(string path, Func<Stream, Task> write)
    {
        var target = Path.GetFullPath(path);
        if (Directory.Exists(target)) throw new IOException($"'{path}' is a folder; the name of a file is wanted.");
        if (!Directory.Exists(Path.GetDirectoryName(target))) throw new IOException($"There is no folder '{Path.GetDirectoryName(target)}'.");
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
            File.Move(unfinished, target, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
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
