using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Contracts;
using Reseau.Hosting.Log;
using Reseau.Kernel.Calendar;
using Reseau.Training.Domain.Habilitations;
using Reseau.Training.Domain.Professionals;
using Reseau.Training.Views;
using Contract = Reseau.Policies.V1;

namespace Reseau.Training.Habilitations;

/// <summary>
/// Writes down, in the transaction of whatever changes it, what an account holds today: all records tied to it together. The board then says so
/// in the shared state (<see cref="HabilitationBoard"/>). The subject of an account is in no event, so nobody could follow the log for it.
/// </summary>
public static class HabilitationSheets
{
    /// <summary>Writes down what follows from a command.</summary>
    public static async Task ConcludeAsync(LogUnit<TrainingDb> unit, CancellationToken cancellation)
    {
        var changed = unit.Appended.Where(recorded => Changes(recorded.Body)).Select(recorded => recorded.Stream).ToHashSet(StringComparer.Ordinal);
        if (changed.Count == 0) return;
        // The account that a record was tied to before loses what it held there.
        var subjects = unit.Db.ChangeTracker.Entries<ProfessionalRow>().Where(entry => changed.Contains(entry.Entity.Name))
            .SelectMany(entry => (string?[])[entry.Property(row => row.Subject).OriginalValue, entry.Entity.Subject])
            .OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        if (subjects.Length == 0) return;
        await unit.Db.SaveChangesAsync(cancellation);
        await WriteAsync(unit.Db, subjects, FrenchDay.Of(unit.Command.Now), cancellation);
    }

    private static async Task WriteAsync(TrainingDb db, string[] subjects, DateOnly today, CancellationToken cancellation)
    {
        var day = today.DayNumber;
        var held = await (
            from professional in db.Professionals
            join habilitation in db.HeldHabilitations on professional.Name equals habilitation.Professional
            where EF.Parameter(subjects).Contains(professional.Subject!) && !habilitation.Revoked
                && habilitation.FromDay <= day && (habilitation.UntilDay == null || habilitation.UntilDay >= day)
            select new { professional.Subject, habilitation.Rule, habilitation.UntilDay }).ToListAsync(cancellation);
        var texts = held.GroupBy(one => one.Subject!, StringComparer.Ordinal)
            .ToDictionary(one => one.Key, one => Text(one.Select(rule => (rule.Rule, rule.UntilDay))), StringComparer.Ordinal);
        var sheets = await db.HabilitationSheets.Where(sheet => EF.Parameter(subjects).Contains(sheet.Subject)).ToDictionaryAsync(sheet => sheet.Subject, StringComparer.Ordinal, cancellation);
        foreach (var subject in subjects)
        {
            var text = texts.GetValueOrDefault(subject, "");
            if (sheets.GetValueOrDefault(subject) is { } sheet)
            {
                if (sheet.Body != text) (sheet.Version, sheet.Body, sheet.Due) = (sheet.Version + 1, text, true);
            }
            else if (text.Length > 0)
            {
                db.HabilitationSheets.Add(new() { Subject = subject, Version = 1, Body = text, Due = true });
            }
        }
    }

    // Of several periods of one rule the one that lasts longest.
    private static string Text(IEnumerable<(string Rule, int? UntilDay)> held)
    {
        var message = new Contract.Habilitations();
        message.Habilitations_.AddRange(held.GroupBy(one => one.Rule, StringComparer.Ordinal).OrderBy(rule => rule.Key, StringComparer.Ordinal).Select(rule => new Contract.Habilitation
        {
            Code = HabilitationRule.CodeOf(rule.Key),
            ValidUntil = rule.Any(one => one.UntilDay is null) ? null : DateOnly.FromDayNumber(rule.Max(one => one.UntilDay)!.Value).ToDate(),
        }));
        return JsonFormatter.Default.Format(message);
    }

    private static bool Changes(object happened) => happened is ProfessionalClaimed or ProfessionalReleased or ProfessionalMoved or ProfessionalErased
        or HabilitationGiven or HabilitationRevoked or HabilitationBegan or HabilitationLapsed;
}
