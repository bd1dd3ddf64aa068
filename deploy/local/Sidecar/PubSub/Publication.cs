namespace Reseau.Sidecar.PubSub;

/// <summary>An event on its way in: its CloudEvents envelope as JSON, and until when anybody should still see it.</summary>
internal sealed record Publication(string PubSub, string Topic, byte[] Envelope, long? ExpiresAt);
