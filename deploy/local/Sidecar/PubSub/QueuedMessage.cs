namespace Reseau.Sidecar.PubSub;

/// <summary>An event waiting for one application.</summary>
internal sealed record QueuedMessage(long Id, byte[] Envelope, long? ExpiresAt, long Attempts);
