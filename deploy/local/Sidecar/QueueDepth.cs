namespace Reseau.Sidecar;

/// <summary>How many events wait for one application on one topic.</summary>
/// <param name="AppId">Application.</param>
/// <param name="PubSub">Pub/sub component.</param>
/// <param name="Topic">Topic.</param>
/// <param name="Pending">Events accepted and not yet settled.</param>
public sealed record QueueDepth(string AppId, string PubSub, string Topic, long Pending);
