namespace Reseau.Sidecar.State;

/// <summary>An entry as stored.</summary>
internal sealed record StateEntry(string Key, byte[] Value, string Etag, long? ExpiresAt);
