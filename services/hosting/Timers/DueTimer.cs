namespace Reseau.Hosting.Timers;

/// <summary>An instant that has come for one resource.</summary>
/// <param name="Stream">Resource name.</param>
/// <param name="Version">Its version when the timer was set.</param>
/// <param name="Kind">What is due.</param>
/// <param name="DueAt">Since when.</param>
public sealed record DueTimer(string Stream, long Version, string Kind, DateTimeOffset DueAt);
