namespace Reseau.Journeys.Local;

/// <summary>A program of this repository, as the build that made the tests made it too.</summary>
internal static class BuiltProgram
{
    /// <summary>tests/{suite}/bin/{configuration}/{framework} → {project}/bin/{configuration}/{framework}.</summary>
    /// <param name="project">Folder of the project: <c>deploy/local</c>.</param>
    /// <param name="assembly">What <c>dotnet</c> is given.</param>
    public static string In(string project, string assembly)
    {
        var framework = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var configuration = framework.Parent!;
        var root = configuration.Parent!.Parent!.Parent!.Parent!;
        return Path.Combine(root.FullName, project, "bin", configuration.Name, framework.Name, assembly);
    }
}
