namespace Reseau.Conventions.Tests.Documents;

/// <summary>
/// Compares with a text somebody read and approved. A difference is a change of what people sign or read: look at it, and accept it with
/// <c>RESEAU_APPROVE=1 dotnet test tests/conventions</c>.
/// </summary>
internal static class Golden
{
    public static void Verify(string name, string text)
    {
        var file = Path.Combine(Root(), "tests", "conventions", name);
        if (Environment.GetEnvironmentVariable("RESEAU_APPROVE") == "1") File.WriteAllText(file, text);
        Assert.True(File.Exists(file), $"{name} is missing; it would say:\n{text}");
        Assert.Equal(File.ReadAllText(file), text);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Reseau.sln"))) folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the tree.");
        return folder.FullName;
    }
}
