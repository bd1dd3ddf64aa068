namespace Reseau.Journeys.Local;

/// <summary>The sources this suite was built from.</summary>
public static class Repository
{
    private static readonly string Root = FindRoot();

    /// <summary>The files of a folder, by the end of their names.</summary>
    public static IEnumerable<string> Files(string folder, string ending) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), $"*{ending}", SearchOption.AllDirectories);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Reseau.sln"))) return folder.FullName;
        }
        throw new DirectoryNotFoundException("Reseau.sln is in no folder above the tests.");
    }
}
