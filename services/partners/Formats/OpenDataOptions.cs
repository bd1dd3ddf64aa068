namespace Reseau.Partners.Formats;

/// <summary>What may leave as open data: section <c>OpenData</c>.</summary>
public sealed class OpenDataOptions
{
    /// <summary>Sources whose licence keeps their records to those they allow, separated by commas.</summary>
    public string RestrictedSources { get; set; } = "soliguide";

    internal IReadOnlySet<string> Restricted() =>
        RestrictedSources.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);
}
