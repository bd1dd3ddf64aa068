namespace Reseau.Hosting.Log;

/// <summary>An event to append to a stream after a version.</summary>
/// <param name="Stream">Resource name.</param>
/// <param name="After">Version of the stream before it; several events of one stream follow each other.</param>
/// <param name="Body">The event.</param>
public sealed record Appending(string Stream, long After, object Body);
