using Reseau.Conventions.V1;
using Reseau.Policies.V1;
using static Reseau.Conventions.V1.Convention.Types;

namespace Reseau.Gateway.Portal.Labels;

/// <summary>Sentences about a convention: what its state asks for, what its terms allow.</summary>
public static class ConventionWords
{
    /// <summary>Class of a state's colour; the words say the same.</summary>
    public static string Tone(State state) => state switch
    {
        State.Active => "done",
        State.Proposed or State.PartiallySigned or State.Expiring => "warning",
        State.Suspended or State.Terminated or State.Declined or State.Expired => "problem",
        _ => "",
    };

    /// <summary>From when to when; nothing while no date is said.</summary>
    public static string Period(Content content) => (French.DayOf(content.StartDate), French.DayOf(content.EndDate)) switch
    {
        ({ } start, { } end) => $"Du {French.Day(start)} au {French.Day(end)}",
        ({ } start, null) => $"À partir du {French.Day(start)}",
        (null, { } end) => $"Jusqu’au {French.Day(end)}",
        _ => "",
    };

    /// <summary>What happens next, and who does it.</summary>
    /// <param name="convention">The convention.</param>
    /// <param name="institution">The reader's institution.</param>
    /// <param name="names">Names for display of the institutions in it.</param>
    public static string Next(Convention convention, string? institution, IReadOnlyDictionary<string, string> names) => convention.State switch
    {
        State.Draft => "Complétez le texte, les parties et les dates ; puis envoyez la convention aux parties.",
        State.Proposed or State.PartiallySigned => convention.NextSigners.Contains(institution ?? "")
            ? "C’est à votre institution de signer."
            : $"Prochaine signature attendue : {All(convention.NextSigners.Select(signer => names.GetValueOrDefault(signer, signer)))}.",
        State.Expiring => $"Elle se termine le {French.Day(convention.Content.EndDate)} : commencez un renouvellement si vous continuez ensemble.",
        State.Active when !convention.Ready && convention.Content.Commitments.Any(commitment => commitment.Condition) =>
            "Des conditions restent à justifier : les étapes suivantes les attendent.",
        State.Active => "Tenez les engagements à jour ; la fin sera rappelée trois mois, un mois et une semaine avant.",
        State.Suspended => $"Seule la partie qui l’a suspendue peut la reprendre : {names.GetValueOrDefault(convention.SuspendedBy, convention.SuspendedBy)}.",
        _ => "",
    };

    /// <summary>A, B et C.</summary>
    public static string All(IEnumerable<string> names)
    {
        string[] all = [.. names];
        return all.Length < 2 ? string.Concat(all) : string.Join(", ", all[..^1]) + " et " + all[^1];
    }

    /// <summary>What a rule about referrals allows, a sentence each.</summary>
    /// <param name="terms">The rule.</param>
    /// <param name="clauses">The clauses of the convention.</param>
    /// <param name="services">What services are called.</param>
    public static IReadOnlyList<string> Of(ReferralTerms terms, IReadOnlyList<Clause> clauses, IReadOnlyDictionary<string, string> services)
    {
        var clause = clauses.Index().Where(each => each.Item.Key == terms.Clause).Select(each => $"Écrit dans la clause {each.Index + 1}, « {each.Item.Title} ».");
        return
        [
            terms.Themes.Count == 0 ? "Pour tous les besoins." : $"Pour ces besoins : {string.Join(", ", terms.Themes.Select(Label.Theme))}.",
            terms.Services.Count == 0 ? "Vers tous ses services." : $"Vers ces services : {string.Join(", ", terms.Services.Select(service => services.GetValueOrDefault(service, service)))}.",
            terms.Fields.Count == 0 ? "Avec toutes les informations que la personne accepte de transmettre."
                : $"Avec ces informations seulement, si la personne l’accepte : {string.Join(", ", terms.Fields.Select(Label.Shared))}.",
            .. Delays(terms.Delays),
            terms.MonthlyCapacity == 0 ? "Sans limite de nombre." : $"Au plus {French.Count(terms.MonthlyCapacity, "orientation", "orientations")} par mois.",
            .. terms.RequiredHabilitations.Count == 0 ? [] : (string[])[$"Par des agents habilités : {string.Join(", ", terms.RequiredHabilitations)}."],
            .. clause,
        ];
    }

    private static IEnumerable<string> Delays(Delays? delays)
    {
        if (delays is { Acknowledge: > 0 }) yield return $"Accusé de réception sous {Days(delays.Acknowledge)}.";
        if (delays is { Decide: > 0 }) yield return $"Réponse sous {Days(delays.Decide)}.";
        if (delays is { Escalate: > 0 }) yield return $"Sans réponse, le relais est prévenu au bout de {Days(delays.Escalate)}.";
    }

    private static string Days(int days) => French.Count(days, "jour ouvré", "jours ouvrés");
}
