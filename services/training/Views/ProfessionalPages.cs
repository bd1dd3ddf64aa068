using Microsoft.EntityFrameworkCore;

namespace Reseau.Training.Views;

/// <summary>Which professionals of an institution are asked for.</summary>
internal sealed record ProfessionalFilter
{
    /// <summary>Institution id.</summary>
    public required string Institution { get; init; }

    /// <summary>Part of a name without case and accents; empty = all.</summary>
    public string PlainName { get; init; } = "";

    /// <summary>Functions; empty = all.</summary>
    public IReadOnlyList<int> Functions { get; init; } = [];

    /// <summary><c>structures/{structure}</c>; empty = all.</summary>
    public string Site { get; init; } = "";

    /// <summary><c>skills/{skill}</c> that was shown; empty = all.</summary>
    public string Skill { get; init; } = "";

    /// <summary><c>habilitationRules/{rule}</c> that holds; empty = all.</summary>
    public string Habilitation { get; init; } = "";

    /// <summary>Those who have left as well.</summary>
    public bool ShowDeparted { get; init; }

    /// <summary>What a page token belongs to.</summary>
    public string Question => string.Join('/', ["professionals", Institution, PlainName, string.Join(',', Functions), Site, Skill, Habilitation, $"{ShowDeparted}"]);
}

/// <summary>Reads the professionals of an institution by name, page by page: one row more than asked for says that another page follows.</summary>
internal static class ProfessionalPages
{
    /// <summary>A page.</summary>
    /// <param name="db">The database.</param>
    /// <param name="filter">Which.</param>
    /// <param name="today">The day it is.</param>
    /// <param name="after">Plain name and name at which the page before ended; null for the first.</param>
    /// <param name="size">How many rows.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static Task<List<ProfessionalRow>> ReadAsync(TrainingDb db, ProfessionalFilter filter, DateOnly today, string[]? after, int size, CancellationToken cancellation)
    {
        var (institution, day) = (filter.Institution, today.DayNumber);
        // Who was erased is nobody to show; figures still count them.
        var rows = db.Professionals.AsNoTracking().Where(row => row.Institution == institution && !row.Erased);
        if (filter.PlainName is { Length: > 0 } part) rows = rows.Where(row => row.PlainName.Contains(part));
        if (filter.Functions is [_, ..] functions) rows = rows.Where(row => functions.Contains(row.Function));
        if (filter.Site is { Length: > 0 } site) rows = rows.Where(row => db.ProfessionalSites.Any(at => at.Professional == row.Name && at.Site == site));
        if (filter.Skill is { Length: > 0 } skill) rows = rows.Where(row => db.HeldSkills.Any(held => held.Professional == row.Name && held.Skill == skill && held.Evidenced > 0));
        if (filter.Habilitation is { Length: > 0 } rule)
        {
            rows = rows.Where(row => db.HeldHabilitations.Any(held => held.Professional == row.Name && held.Rule == rule && !held.Revoked
                && held.FromDay <= day && (held.UntilDay == null || held.UntilDay >= day)));
        }
        if (!filter.ShowDeparted) rows = rows.Where(row => row.DepartureDay == null || row.DepartureDay >= day);
        if (after is [var plainName, var name]) rows = rows.Where(row => string.Compare(row.PlainName, plainName) > 0 || (row.PlainName == plainName && string.Compare(row.Name, name) > 0));
        return rows.OrderBy(row => row.PlainName).ThenBy(row => row.Name).Take(size + 1).ToListAsync(cancellation);
    }

    /// <summary>Who they are, by name of their record.</summary>
    public static Task<Dictionary<string, PersonRow>> PersonsAsync(TrainingDb db, IReadOnlyCollection<string> names, CancellationToken cancellation)
    {
        var asked = names.ToArray();
        return db.Persons.AsNoTracking().Where(person => EF.Parameter(asked).Contains(person.Professional)).ToDictionaryAsync(person => person.Professional, StringComparer.Ordinal, cancellation);
    }
}
