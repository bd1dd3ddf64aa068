using Reseau.Kernel;
using Reseau.Kernel.Calendar;
using Reseau.Training.Domain.Professionals;

namespace Reseau.Training.Domain.Habilitations;

/// <summary>The habilitations of a professional after something happened to them.</summary>
internal static class HeldHabilitations
{
    /// <summary>After one was given: it stands in the place of the periods it covers. A rule has one period for each first day.</summary>
    public static ValueList<HeldHabilitation> Given(ValueList<HeldHabilitation> known, HabilitationGiven given, DateTimeOffset at)
    {
        var today = FrenchDay.Of(at);
        var period = new HeldHabilitation(given.Rule, given.From, given.Until, given.Evidence, at) { Begun = given.From <= today, Lapsed = given.Until < today };
        return Ordered(known.Where(held => held.Rule != given.Rule || (held.From != given.From && (held.Revoked || !Covers(period, held)))).Append(period));
    }

    /// <summary>After one was withdrawn: what was over stays what it was.</summary>
    public static ValueList<HeldHabilitation> Revoked(ValueList<HeldHabilitation> known, string rule, DateOnly today) =>
        [.. known.Select(held => held.Rule == rule && !held.IsOverOn(today) ? held with { Revoked = true } : held)];

    /// <summary>After those of another record came along; of two with the same first day the one that lasts longer.</summary>
    public static ValueList<HeldHabilitation> Together(ValueList<HeldHabilitation> here, ValueList<HeldHabilitation> there) => Ordered(here.Concat(there)
        .GroupBy(held => (held.Rule, held.From)).Select(both => both.OrderBy(held => held.Revoked).ThenByDescending(held => held.Until ?? DateOnly.MaxValue).First()));

    private static bool Covers(HeldHabilitation period, HeldHabilitation other) => period.From <= other.From && (period.Until is null || other.Until <= period.Until);

    private static ValueList<HeldHabilitation> Ordered(IEnumerable<HeldHabilitation> held) => [.. held.OrderBy(period => period.Rule, StringComparer.Ordinal).ThenBy(period => period.From)];
}
