using Reseau.Partners.V1;

namespace Reseau.Gateway.Portal.Labels;

/// <summary>Whom to ask for today: the first contact who is not away, then the next one as a backup.</summary>
/// <param name="Current">Null when everybody is away.</param>
/// <param name="Backup">Null when nobody else is there.</param>
/// <param name="Away">Those who are away, with the last day of it.</param>
public sealed record ContactTurn(Contact? Current, Contact? Backup, IReadOnlyList<(Contact Contact, DateOnly Until)> Away)
{
    public static ContactTurn On(DateOnly today, IEnumerable<Contact> contacts)
    {
        var all = contacts.Select(contact => (Contact: contact, Until: AwayUntil(contact, today))).ToList();
        var here = all.Where(each => each.Until is null).Select(each => each.Contact).ToList();
        return new(here.ElementAtOrDefault(0), here.ElementAtOrDefault(1), [.. all.Where(each => each.Until is not null).Select(each => (each.Contact, each.Until!.Value))]);
    }

    // Absences may follow each other: what matters is the day after which the person is really back.
    private static DateOnly? AwayUntil(Contact contact, DateOnly today)
    {
        DateOnly? until = null;
        foreach (var absence in contact.Absences.OrderBy(absence => French.DayOf(absence.StartDate)))
        {
            if (French.DayOf(absence.StartDate) is not { } from || French.DayOf(absence.EndDate) is not { } to) continue;
            var day = until?.AddDays(1) ?? today;
            if (from <= day && to >= day) until = to;
        }

        return until;
    }
}
