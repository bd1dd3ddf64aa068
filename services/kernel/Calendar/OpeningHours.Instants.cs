namespace Reseau.Kernel.Calendar;

// The same questions at an instant. Wall clocks jump twice a year: between two jumps local time runs straight, so a search goes from
// jump to jump. An hour that the spring skips opens nothing; one that the autumn repeats opens twice.
public sealed partial class OpeningHours
{
    /// <summary>Open at that instant?</summary>
    /// <param name="at">Any offset.</param>
    /// <param name="place">Zone and public holidays of the place.</param>
    public OpenState StateAt(DateTimeOffset at, FrenchPlace place) => StateAt(place.LocalTime(at), place.Holidays);

    /// <summary>The first instant from <paramref name="from" /> on that is open, in the local offset; null when none is in sight.</summary>
    /// <param name="from">Where to start.</param>
    /// <param name="place">Zone and public holidays of the place.</param>
    /// <param name="horizon">How far to look, at most <see cref="FarthestHorizon" />.</param>
    public DateTimeOffset? NextOpening(DateTimeOffset from, FrenchPlace place, TimeSpan horizon) =>
        Find(from, place, horizon, OpenState.Open, sameState: true)?.At;

    /// <summary>The first instant after <paramref name="from" /> whose state is another, in the local offset, and that state.</summary>
    /// <param name="from">Where to start.</param>
    /// <param name="place">Zone and public holidays of the place.</param>
    /// <param name="horizon">How far to look, at most <see cref="FarthestHorizon" />.</param>
    public (DateTimeOffset At, OpenState State)? NextChange(DateTimeOffset from, FrenchPlace place, TimeSpan horizon) =>
        Find(from, place, horizon, StateAt(from, place), sameState: false);

    private (DateTimeOffset At, OpenState State)? Find(DateTimeOffset from, FrenchPlace place, TimeSpan horizon, OpenState state, bool sameState)
    {
        var end = from + (End(from.UtcDateTime, horizon) - from.UtcDateTime);
        while (from < end)
        {
            var offset = place.Zone.GetUtcOffset(from);
            var local = place.LocalTime(from);
            var found = Find(local, place.Holidays, End(local, end - from), state, sameState);
            var at = found is { } change ? from + (change.At - local) : end;
            if (NextJump(place.Zone, from, at) is { } jump)
            {
                from = jump;
                continue;
            }
            return found is null ? null : (at.ToOffset(offset), found.Value.State);
        }
        return null;
    }

    // The first instant after one, up to another, at which the offset is new.
    private static DateTimeOffset? NextJump(TimeZoneInfo zone, DateTimeOffset from, DateTimeOffset to)
    {
        if (!zone.SupportsDaylightSavingTime) return null;
        var offset = zone.GetUtcOffset(from);
        for (var before = from; before < to;)
        {
            // Jumps are months apart: a step of a week cannot leap over two of them.
            var after = to - before > TimeSpan.FromDays(7) ? before.AddDays(7) : to;
            if (zone.GetUtcOffset(after) != offset) return Narrow(zone, offset, before, after);
            before = after;
        }
        return null;
    }

    private static DateTimeOffset Narrow(TimeZoneInfo zone, TimeSpan offset, DateTimeOffset before, DateTimeOffset after)
    {
        while (after - before > TimeSpan.FromTicks(1))
        {
            var middle = before + ((after - before) / 2);
            if (zone.GetUtcOffset(middle) == offset) before = middle;
            else after = middle;
        }
        return after;
    }
}
