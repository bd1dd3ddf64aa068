using System.Text.RegularExpressions;

namespace Reseau.Architecture.Tests;

public sealed partial class KeepingTheTree
{
    private static readonly string[] Sources = [".cs", ".razor", ".csproj", ".props", ".targets", ".proto", ".yaml", ".sh", ".js", ".mjs", ".css"];

    // Written in two halves, so that this file is not its own culprit.
    private static readonly string[] Unfinished = ["TO" + "DO", "FIX" + "ME", "HA" + "CK:", "XX" + "X:"];
    private static readonly string[] Silenced = ["#pragma warning " + "disable", "Suppress" + "Message(", "<No" + "Warn>", "#nullable " + "disable"];

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = Tree.Read("Reseau.sln").Replace('\\', '/');

        Assert.Empty(Tree.Files(".csproj").Where(project => !solution.Contains($"\"{project}\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_project_of_the_solution_exists() =>
        Assert.Empty(SolutionProject().Matches(Tree.Read("Reseau.sln")).Select(match => match.Groups["path"].Value.Replace('\\', '/')).Where(path => !Tree.Exists(path)));

    [Fact]
    public void Versions_of_packages_are_said_once_for_all_projects() =>
        Assert.Empty(Tree.Files(".csproj").Where(project => OwnVersion().IsMatch(Tree.Read(project))));

    [Fact]
    public void Every_project_keeps_a_lock_file_of_its_packages() =>
        Assert.Empty(Tree.Files(".csproj").Where(project => !Tree.Exists($"{Path.GetDirectoryName(project)}/packages.lock.json")));

    [Fact]
    public void Nothing_is_unfinished() => AssertNowhere(Unfinished, Sources);

    [Fact]
    public void No_warning_is_silenced_outside_editorconfig() => AssertNowhere(Silenced, [".cs", ".razor", ".csproj", ".props", ".targets"]);

    [Fact]
    public void Nothing_is_left_to_implement() =>
        // Stand-ins throw it where the package does: callers may depend on it.
        Assert.Empty(Tree.Files(".cs").Where(file => !file.Contains("compat/", StringComparison.Ordinal)
            && Tree.Read(file).Contains("NotImplemented" + "Exception", StringComparison.Ordinal)));

    [Fact]
    public void No_path_of_a_machine_is_written_down() => AssertNowhere(["/ho" + "me/", "/wo" + "rk/", "/Us" + "ers/", "C:" + "\\"], [.. Sources, ".md", ".json", ".sql", ".env"]);

    [Fact]
    public void Every_path_that_a_page_names_exists()
    {
        var wrong = from page in Tree.Files(".md")
                    from path in InBackticks().Matches(Tree.Read(page)).Select(match => match.Groups["path"].Value)
                    where LooksLikeAPath(path) && !Tree.Exists(path) && !Tree.Exists($"{Path.GetDirectoryName(page)}/{path}")
                    select $"{page}: {path}";

        Assert.Empty(wrong);
    }

    // Paths start with a folder of the root; commands, addresses and package names do not.
    private static bool LooksLikeAPath(string text) =>
        Directory.GetDirectories(Tree.Root).Any(folder => text.StartsWith($"{Path.GetFileName(folder)}/", StringComparison.Ordinal));

    private static void AssertNowhere(string[] words, string[] endings) => Assert.Empty(
        from file in Tree.Files(endings)
        where !file.EndsWith("package-lock.json", StringComparison.Ordinal)
        let text = Tree.Read(file)
        from word in words
        where text.Contains(word, StringComparison.Ordinal)
        select $"{file}: {word}");

    [GeneratedRegex("Project\\(\"[^\"]*\"\\) = \"[^\"]*\", \"(?<path>[^\"]*\\.csproj)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SolutionProject();

    [GeneratedRegex("<PackageReference[^>]*\\bVersion(Override)?=", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OwnVersion();

    [GeneratedRegex("`(?<path>[A-Za-z0-9_./-]+/[A-Za-z0-9_./-]*)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InBackticks();
}
