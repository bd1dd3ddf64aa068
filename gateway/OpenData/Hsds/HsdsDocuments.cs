namespace Reseau.Gateway.OpenData.Hsds;

/// <summary>What the API says of itself: the French profile, and the routes for programs; files beside this one.</summary>
internal static class HsdsDocuments
{
    public static string Profile { get; } = Read("profile.md");

    public static string OpenApi { get; } = Read("openapi.json");

    private static string Read(string name)
    {
        using var stream = typeof(HsdsDocuments).Assembly.GetManifestResourceStream($"Reseau.Gateway.OpenData.Hsds.{name}")
            ?? throw new InvalidOperationException($"The resource OpenData/Hsds/{name} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
