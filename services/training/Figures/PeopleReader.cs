using Microsoft.EntityFrameworkCore;
using Reseau.Training.Domain.Figures;
using Reseau.Training.Views;

namespace Reseau.Training.Figures;

/// <summary>Reads persons, all or some, from the rows they are kept in: four questions, whatever their number.</summary>
internal static class PeopleReader
{
    /// <summary>Those of these names; all of them when null.</summary>
    public static async Task<Dictionary<string, CountedPerson>> ReadAsync(TrainingDb db, PeopleNames names, string[]? only, CancellationToken cancellation)
    {
        var (professionals, sites, skills, habilitations) = (
            db.Professionals.AsNoTracking(), db.ProfessionalSites.AsNoTracking(), db.HeldSkills.AsNoTracking(), db.HeldHabilitations.AsNoTracking().Where(held => !held.Revoked));
        if (only is not null)
        {
            professionals = professionals.Where(row => EF.Parameter(only).Contains(row.Name));
            sites = sites.Where(row => EF.Parameter(only).Contains(row.Professional));
            skills = skills.Where(row => EF.Parameter(only).Contains(row.Professional));
            habilitations = habilitations.Where(row => EF.Parameter(only).Contains(row.Professional));
        }
        var siteOf = await CollectAsync(sites.Select(row => new { row.Professional, row.Site }).AsAsyncEnumerable().Select(row => (row.Professional, names.Sites.Of(row.Site))), cancellation);
        var skillsOf = await CollectAsync(skills.Select(row => new { row.Professional, row.Skill, row.Declared, row.Evidenced }).AsAsyncEnumerable()
            .Select(row => (row.Professional, new CountedSkill(names.Skills.Of(row.Skill), row.Declared, row.Evidenced))), cancellation);
        var heldBy = await CollectAsync(habilitations.Select(row => new { row.Professional, row.Rule, row.FromDay, row.UntilDay }).AsAsyncEnumerable()
            .Select(row => (row.Professional, new CountedHabilitation(names.Rules.Of(row.Rule), row.FromDay, row.UntilDay ?? int.MaxValue))), cancellation);

        var found = new Dictionary<string, CountedPerson>(StringComparer.Ordinal);
        var rows = professionals.Select(row => new { row.Name, row.Institution, row.Function, row.ArrivalDay, row.DepartureDay });
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            found[row.Name] = new(names.Institutions.Of(row.Institution), row.Function, row.ArrivalDay ?? 0, row.DepartureDay ?? int.MaxValue)
            {
                Sites = Of(siteOf, row.Name),
                Skills = Of(skillsOf, row.Name),
                Habilitations = Of(heldBy, row.Name),
            };
        }
        return found;
    }

    private static async Task<Dictionary<string, List<T>>> CollectAsync<T>(IAsyncEnumerable<(string Professional, T Item)> rows, CancellationToken cancellation)
    {
        var found = new Dictionary<string, List<T>>(StringComparer.Ordinal);
        await foreach (var (professional, item) in rows.WithCancellation(cancellation))
        {
            if (!found.TryGetValue(professional, out var items)) found[professional] = items = [];
            items.Add(item);
        }
        return found;
    }

    private static T[] Of<T>(Dictionary<string, List<T>> items, string professional) => items.TryGetValue(professional, out var own) ? [.. own] : [];
}
