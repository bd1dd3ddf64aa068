using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Reseau.Kernel;
using Reseau.Training.Domain.Needs;
using Reseau.Training.Views;

namespace Reseau.Training.Needs;

/// <summary>Which referrals that came back are asked for.</summary>
/// <param name="From">First day of the first month.</param>
/// <param name="Until">First day of the last month.</param>
/// <param name="Received">Whether they are counted by who received them rather than who sent them.</param>
/// <param name="Theme">Theme; empty = all.</param>
/// <param name="Asking">Institution id that asks: it knows its own.</param>
/// <param name="OnlyOwn">Whether only its own count.</param>
internal sealed record SignalQuestion(DateOnly From, DateOnly Until, bool Received, string Theme, string Asking, bool OnlyOwn);

/// <summary>Referrals of an institution on a theme that came back in a month.</summary>
/// <param name="Institution">Institution id that sent or received them.</param>
/// <param name="Theme">Theme.</param>
/// <param name="Month">First day of the month.</param>
/// <param name="Kind">Why.</param>
/// <param name="Referrals">How many; null = withheld.</param>
internal sealed record Signal(string Institution, string Theme, DateOnly Month, SignalKind Kind, int? Referrals)
{
    /// <summary>Its place in lists: the latest month first, then theme, kind and institution.</summary>
    public string Place => string.Create(CultureInfo.InvariantCulture, $"{int.MaxValue - Month.DayNumber:D10} {Theme} {(int)Kind} {Institution}");
}

/// <summary>Counts the referrals that came back.</summary>
internal static class SignalReader
{
    /// <summary>All of them, in their order; small counts of others are withheld, with what would be left of a theme's month.</summary>
    public static async Task<IReadOnlyList<Signal>> ReadAsync(TrainingDb db, SignalQuestion asked, CancellationToken cancellation)
    {
        var (first, last) = (asked.From.DayNumber, asked.Until.DayNumber);
        var rows = db.FieldReferrals.AsNoTracking().Where(row => row.Month >= first && row.Month <= last);
        if (asked.Theme.Length > 0) rows = rows.Where(row => row.Theme == asked.Theme);
        var counted = asked.Received
            ? rows.Select(row => new { row.Month, row.Theme, row.Kinds, Institution = row.Recipient })
            : rows.Select(row => new { row.Month, row.Theme, row.Kinds, Institution = row.Sender });
        if (asked.OnlyOwn) counted = counted.Where(row => row.Institution == asked.Asking);
        var counts = await counted.GroupBy(row => new { row.Month, row.Theme, row.Kinds, row.Institution })
            .Select(group => new { group.Key.Month, group.Key.Theme, group.Key.Kinds, group.Key.Institution, Count = group.Count() }).ToListAsync(cancellation);
        var signals = from kind in Enum.GetValues<SignalKind>()
                      from row in counts
                      where new SignalKinds(row.Kinds).Has(kind)
                      group row.Count by (Month: row.Month!.Value, row.Theme, Kind: kind, row.Institution) into one
                      select (one.Key.Month, one.Key.Theme, one.Key.Kind, one.Key.Institution, Count: one.Sum());
        return [.. signals.GroupBy(one => (one.Month, one.Theme, one.Kind)).SelectMany(group => Told([.. group])).OrderBy(signal => signal.Place, StringComparer.Ordinal)];

        IEnumerable<Signal> Told(List<(int Month, string Theme, SignalKind Kind, string Institution, int Count)> group)
        {
            var withheld = Suppression.Withheld(group.ConvertAll(one => one.Institution == asked.Asking ? 0 : one.Count));
            return group.Select((one, place) => new Signal(one.Institution, one.Theme, DateOnly.FromDayNumber(one.Month), one.Kind, withheld[place] ? null : one.Count));
        }
    }

    /// <summary>How many referrals that came back an origin of a need counts: those that its owner sent, of a need of the network all; null = withheld.</summary>
    /// <param name="db">The database.</param>
    /// <param name="need">The need.</param>
    /// <param name="origin">Its origin.</param>
    /// <param name="asking">Institution id that asks: it knows its own, and may subtract them.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static async Task<int?> CountAsync(TrainingDb db, Need need, NeedOrigin origin, string asking, CancellationToken cancellation)
    {
        var (first, last, bits) = (origin.From.DayNumber, origin.Until.DayNumber, origin.Signal is { } kind ? SignalKinds.Bit(kind) : ~0);
        var rows = db.FieldReferrals.Where(row => row.Month >= first && row.Month <= last && row.Theme == origin.Theme && (row.Kinds & bits) != 0);
        if (!need.Network) rows = rows.Where(row => row.Sender == need.Institution);
        var others = await rows.CountAsync(row => row.Sender != asking, cancellation);
        return Suppression.IsSmall(others) ? null : others + await rows.CountAsync(row => row.Sender == asking, cancellation);
    }
}
