namespace Reseau.Identity;

/// <summary>Files that only the account running the provider may read.</summary>
internal static class PrivateFile
{
    public static byte[] ReadOrCreate(string path, Func<byte[]> create)
    {
        if (!File.Exists(path)) Write(path, create());
        return File.ReadAllBytes(path);
    }

    // Written aside, then renamed: a process killed halfway leaves the former file.
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

        var aside = path + ".new";
        using (var file = new FileStream(aside, options))
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }

        File.Move(aside, path, overwrite: true);
    }
}
