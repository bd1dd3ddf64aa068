using Microsoft.EntityFrameworkCore;
using Reseau.Training.Domain.Sessions;

namespace Reseau.Training.Views;

/// <summary>A habilitation that ends, on the list of those that do.</summary>
/// <param name="UntilDay">Last day.</param>
/// <param name="Professional"><c>professionals/{professional}</c>.</param>
/// <param name="Rule"><c>habilitationRules/{rule}</c>.</param>
internal sealed record DuePosition(int UntilDay, string Professional, string Rule);

/// <summary>Reads whose habilitations end between two days, by last day, then name, then rule: one row more than asked for says that another page follows.</summary>
internal static class DuePages
{
    /// <summary>A page.</summary>
    /// <param name="db">The database.</param>
    /// <param name="asked">Institution id, and <c>habilitationRules/{rule}</c> or nothing for all.</param>
    /// <param name="days">The first and the last day, and the one it is.</param>
    /// <param name="after">Where the page before ended; null for the first.</param>
    /// <param name="size">How many rows.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static Task<List<DuePosition>> ReadAsync(
        TrainingDb db, (string Institution, string Rule) asked, (int First, int Last, int Today) days, DuePosition? after, int size, CancellationToken cancellation)
    {
        var ((institution, rule), (first, last, today)) = (asked, days);
        // What goes on in a later period does not end, and who has left or was erased is due for nothing.
        var rows =
            from held in db.HeldHabilitations.AsNoTracking()
            join professional in db.Professionals on held.Professional equals professional.Name
            where held.Institution == institution && !held.Revoked && held.UntilDay >= first && held.UntilDay <= last
                && !professional.Erased && (professional.DepartureDay == null || professional.DepartureDay >= today)
                && !db.HeldHabilitations.Any(next => next.Professional == held.Professional && next.Rule == held.Rule && !next.Revoked && (next.UntilDay == null || next.UntilDay > held.UntilDay))
            select held;
        if (rule.Length > 0) rows = rows.Where(held => held.Rule == rule);
        if (after is { UntilDay: var day, Professional: var name, Rule: var code })
        {
            rows = rows.Where(held => held.UntilDay > day || (held.UntilDay == day
                && (string.Compare(held.Professional, name) > 0 || (held.Professional == name && string.Compare(held.Rule, code) > 0))));
        }
        return rows.OrderBy(held => held.UntilDay).ThenBy(held => held.Professional).ThenBy(held => held.Rule)
            .Select(held => new DuePosition(held.UntilDay!.Value, held.Professional, held.Rule)).Take(size + 1).ToListAsync(cancellation);
    }

    /// <summary>The sessions in which professionals have a seat and that renew what is due, by professional and rule: the first of each.</summary>
    public static async Task<Dictionary<(string Professional, string Rule), string>> RenewedByAsync(TrainingDb db, IReadOnlyCollection<DuePosition> due, CancellationToken cancellation)
    {
        var (professionals, rules) = (due.Select(one => one.Professional).Distinct(StringComparer.Ordinal).ToArray(), due.Select(one => one.Rule).Distinct(StringComparer.Ordinal).ToArray());
        var coming = await (
            from enrolment in db.Enrolments.AsNoTracking()
            join session in db.Sessions on enrolment.Session equals session.Name
            join gift in db.CourseGifts on session.Course equals gift.Course
            where EF.Parameter(professionals).Contains(enrolment.Professional) && EF.Parameter(rules).Contains(gift.Gift)
                && enrolment.State == EnrolmentState.Enrolled
            orderby session.StartAt, session.Name
            select new { enrolment.Professional, gift.Gift, session.Name }).ToListAsync(cancellation);
        var given = await db.HabilitationRules.AsNoTracking().Where(rule => EF.Parameter(rules).Contains(rule.Name) && !rule.Retired).ToListAsync(cancellation);
        var byTraining = given.ConvertAll(HabilitationRuleView.Read).Where(rule => rule.ByTraining).Select(rule => rule.Name).ToHashSet(StringComparer.Ordinal);
        return coming.Where(one => byTraining.Contains(one.Gift)).GroupBy(one => (one.Professional, one.Gift)).ToDictionary(one => one.Key, one => one.First().Name);
    }
}
