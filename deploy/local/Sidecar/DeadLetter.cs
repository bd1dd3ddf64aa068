namespace Reseau.Sidecar;

/// <summary>An event an application kept refusing, and whose dead letter topic nobody receives. Kept until it is replayed.</summary>
/// <param name="Id">Rank among dead letters.</param>
/// <param name="AppId">Application that refused it.</param>
/// <param name="PubSub">Pub/sub component.</param>
/// <param name="Topic">Topic it was published to.</param>
/// <param name="EventId">Id of the event.</param>
/// <param name="Attempts">Refusals.</param>
public sealed record DeadLetter(long Id, string AppId, string PubSub, string Topic, string EventId, long Attempts);
