namespace Reseau.Hosting.Log;

/// <summary>An event of the log, read back.</summary>
/// <param name="Position">Place in the service's log.</param>
/// <param name="Stream">Resource name.</param>
/// <param name="Version">Place in the stream.</param>
/// <param name="Body">The domain event.</param>
/// <param name="Actor">Subject that decided.</param>
/// <param name="Institution">Institution id of the actor.</param>
/// <param name="OccurredAt">When it was decided.</param>
/// <param name="TraceId">W3C trace id of the command.</param>
public sealed record RecordedEvent(
    long Position, string Stream, long Version, object Body, string Actor, string Institution, DateTimeOffset OccurredAt, string TraceId);
