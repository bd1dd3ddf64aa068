namespace Reseau.Sidecar.State;

/// <summary>One write or deletion.</summary>
internal sealed record StateChange(string Store, string Key)
{
    public bool IsDelete { get; init; }

    public byte[] Value { get; init; } = [];

    /// <summary>Version that must be current; empty for any.</summary>
    public string Etag { get; init; } = "";

    public bool FirstWrite { get; init; }

    public long? ExpiresAt { get; init; }

    /// <summary>Whether touching no row means that somebody else was there first. A deletion without an etag deletes whatever is there.</summary>
    public bool IsConditional => Etag.Length > 0 || (FirstWrite && !IsDelete);
}
