namespace Reseau.Architecture.Tests;

/// <summary>
/// Compares a text with the one somebody approved. A difference is a change of what others rely on: look at it, and accept
/// it with <c>RESEAU_APPROVE=1 dotnet test tests/architecture</c>.
/// </summary>
internal static class Approval
{
    public static void Verify(string name, IEnumerable<string> lines)
    {
        var (file, text) = ($"tests/architecture/Approved/{name}", string.Concat(lines.Select(line => line + "\n")));
        if (Environment.GetEnvironmentVariable("RESEAU_APPROVE") == "1") File.WriteAllText(Path.Combine(Tree.Root, file), text);
        Assert.True(Tree.Exists(file), $"{file} is missing; it would say:\n{text}");
        Assert.Equal(Tree.Read(file), text);
    }
}
