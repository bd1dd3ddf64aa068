namespace Reseau.Conventions.Domain;

/// <summary>An institution that has left the network.</summary>
/// <param name="Institution">Institution id.</param>
/// <param name="At">When.</param>
public sealed record Departure(string Institution, DateTimeOffset At);
