namespace Reseau.Architecture.Tests;

/// <summary>The files of the repository, without what builds and tools leave.</summary>
internal static class Tree
{
    private static readonly HashSet<string> Left = new(StringComparer.Ordinal) { "bin", "obj", "node_modules", ".git", ".reseau", "TestResults" };

    /// <summary>Where the solution lies.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Paths from the root, with slashes.</summary>
    public static IEnumerable<string> Files(params string[] endings) => Under(Root)
        .Where(file => endings.Any(ending => file.EndsWith(ending, StringComparison.Ordinal)))
        .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    public static bool Exists(string path) => Path.Exists(Path.Combine(Root, path));

    private static IEnumerable<string> Under(string folder) => Directory.EnumerateFiles(folder)
        .Concat(Directory.EnumerateDirectories(folder).Where(sub => !Left.Contains(Path.GetFileName(sub))).SelectMany(Under));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Reseau.sln"))) return folder.FullName;
        }
        throw new DirectoryNotFoundException("Reseau.sln is in no folder above the tests.");
    }
}
