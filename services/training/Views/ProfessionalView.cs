using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Log;
using Reseau.Kernel;
using Reseau.Training.Domain.Habilitations;
using Reseau.Training.Domain.Professionals;

namespace Reseau.Training.Views;

/// <summary>
/// Keeps every professional, folded, on the lists of their institution, with what time does to their habilitations next. Name and account are
/// copied from beside the log, so that lists are ordered by them; what is erased there is erased here.
/// </summary>
public sealed class ProfessionalView : View<TrainingDb>
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

    /// <inheritdoc />
    public override async Task ApplyAsync(TrainingDb db, RecordedEvent recorded, CancellationToken cancellation)
    {
        if (recorded.Body is not ProfessionalEvent happened) return;
        var row = happened is ProfessionalRecorded ? null : await db.Professionals.FindAsync([recorded.Stream], cancellation);
        var before = row is null ? null : Read(row);
        var next = Professional.Evolve(before, recorded.Stream, recorded.Version, recorded.OccurredAt, happened);
        if (row is null) db.Professionals.Add(row = new() { Name = next.Name, Institution = next.Institution, PlainName = "", Permanences = "", Body = "" });
        Keep(row, next);
        var person = next.Erased ? null : await db.Persons.FindAsync([next.Name], cancellation);
        (row.Subject, row.PlainName) = (person?.Subject, person is null ? "" : PlainName.Of(person.LastName, person.FirstName));
        await KeepSitesAsync(db, next.Name, before?.Facts.Sites ?? [], next.Facts.Sites, cancellation);
        if (before is null) return;
        await KeepSkillsAsync(db, next.Name, before.Skills, next.Skills, cancellation);
        await KeepHabilitationsAsync(db, next, before.Habilitations, cancellation);
    }

    /// <inheritdoc />
    public override async Task ClearAsync(TrainingDb db, CancellationToken cancellation)
    {
        await db.Professionals.ExecuteDeleteAsync(cancellation);
        await db.ProfessionalSites.ExecuteDeleteAsync(cancellation);
        await db.HeldSkills.ExecuteDeleteAsync(cancellation);
        await db.HeldHabilitations.ExecuteDeleteAsync(cancellation);
    }

    /// <summary>The professional of a row.</summary>
    public static Professional Read(ProfessionalRow row) => JsonSerializer.Deserialize<Professional>(row.Body, Json)!;

    private static void Keep(ProfessionalRow row, Professional next)
    {
        var facts = next.Facts;
        (row.Version, row.Body, row.Erased) = (next.Version, JsonSerializer.Serialize(next, Json), next.Erased);
        (row.Function, row.ArrivalDay, row.DepartureDay, row.Permanences) = ((int)facts.Function, facts.Arrival?.DayNumber, facts.Departure?.DayNumber, facts.Permanences);
        row.DueAt = HabilitationDeadlines.Next(next);
    }

    private static async Task KeepSitesAsync(TrainingDb db, string name, ValueList<string> before, ValueList<string> next, CancellationToken cancellation)
    {
        if (before == next) return;
        foreach (var gone in before.Except(next, StringComparer.Ordinal))
        {
            if (await db.ProfessionalSites.FindAsync([name, gone], cancellation) is { } row) db.ProfessionalSites.Remove(row);
        }
        db.ProfessionalSites.AddRange(next.Except(before, StringComparer.Ordinal).Select(site => new ProfessionalSiteRow { Professional = name, Site = site }));
    }

    private static async Task KeepSkillsAsync(TrainingDb db, string name, ValueList<HeldSkill> before, ValueList<HeldSkill> next, CancellationToken cancellation)
    {
        var known = before.ToDictionary(held => held.Skill, StringComparer.Ordinal);
        foreach (var held in next.AsEnumerable())
        {
            if (!known.Remove(held.Skill, out var same))
            {
                db.HeldSkills.Add(new() { Professional = name, Skill = held.Skill, Declared = (int)held.Declared, Evidenced = (int)held.Evidenced });
            }
            else if (same != held && await db.HeldSkills.FindAsync([name, held.Skill], cancellation) is { } row)
            {
                (row.Declared, row.Evidenced) = ((int)held.Declared, (int)held.Evidenced);
            }
        }
        foreach (var gone in known.Keys)
        {
            if (await db.HeldSkills.FindAsync([name, gone], cancellation) is { } row) db.HeldSkills.Remove(row);
        }
    }

    private static async Task KeepHabilitationsAsync(TrainingDb db, Professional next, ValueList<HeldHabilitation> before, CancellationToken cancellation)
    {
        var known = before.ToDictionary(held => (held.Rule, held.From));
        foreach (var held in next.Habilitations.AsEnumerable())
        {
            if (!known.Remove((held.Rule, held.From), out var same))
            {
                db.HeldHabilitations.Add(new()
                {
                    Professional = next.Name, Rule = held.Rule, FromDay = held.From.DayNumber, UntilDay = held.Until?.DayNumber, Revoked = held.Revoked, Institution = next.Institution,
                });
            }
            else if (same != held && await db.HeldHabilitations.FindAsync([next.Name, held.Rule, held.From.DayNumber], cancellation) is { } row)
            {
                (row.UntilDay, row.Revoked) = (held.Until?.DayNumber, held.Revoked);
            }
        }
        foreach (var (rule, from) in known.Keys)
        {
            if (await db.HeldHabilitations.FindAsync([next.Name, rule, from.DayNumber], cancellation) is { } row) db.HeldHabilitations.Remove(row);
        }
    }
}
