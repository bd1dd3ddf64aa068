namespace Reseau.Sidecar.PubSub;

/// <summary>Compares media types as the runtime does: without case, without parameters.</summary>
internal static class MediaType
{
    public const string Envelope = "application/cloudevents+json";

    public static bool Is(string contentType, string expected) => Bare(contentType).Equals(expected, StringComparison.OrdinalIgnoreCase);

    public static bool IsText(string contentType) => Bare(contentType).StartsWith("text/", StringComparison.OrdinalIgnoreCase);

    private static ReadOnlySpan<char> Bare(string contentType)
    {
        var parameters = contentType.IndexOf(';', StringComparison.Ordinal);
        return contentType.AsSpan(0, parameters < 0 ? contentType.Length : parameters).Trim();
    }
}
