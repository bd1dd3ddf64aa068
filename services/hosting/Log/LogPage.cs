namespace Reseau.Hosting.Log;

/// <summary>Some events of a log that is followed.</summary>
/// <param name="Position">The reader has seen all that it asked for up to here.</param>
/// <param name="Events">In order; none is a sign of life.</param>
public sealed record LogPage(long Position, IReadOnlyList<RecordedEvent> Events);
