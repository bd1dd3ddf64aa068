namespace Reseau.Hosting.Log;

/// <summary>Instants as the databases keep them, in whole microseconds, so that what is answered now and what is read later are equal.</summary>
public static class KeptInstant
{
    /// <summary>The instant without what would not be kept.</summary>
    public static DateTimeOffset Of(DateTimeOffset instant) => new(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
}
