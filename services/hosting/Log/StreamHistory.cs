namespace Reseau.Hosting.Log;

/// <summary>A stream as it was read.</summary>
/// <param name="Version">Its version, that of its last event.</param>
/// <param name="Events">Its events, oldest first, without those that were left out.</param>
public sealed record StreamHistory(long Version, IReadOnlyList<RecordedEvent> Events);
