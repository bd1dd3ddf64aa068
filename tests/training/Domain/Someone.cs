using Reseau.Training.Domain.Habilitations;
using Reseau.Training.Domain.Professionals;

namespace Reseau.Training.Tests.Domain;

/// <summary>Somebody who works somewhere, and what happens to them.</summary>
internal static class Someone
{
    public const string Name = "professionals/someone";
    public const string Ccas = "ccas-rennes";

    /// <summary>A Monday morning.</summary>
    public static readonly DateTimeOffset Monday = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    public static readonly DateOnly Today = new(2026, 11, 23);

    public static readonly ProfessionalFacts Facts = new(Function.ReceptionAgent, ["structures/accueil"], Arrival: null, Departure: null, Permanences: "");

    public static HabilitationRule Rule(int months = 12, int window = 90, string id = "aidants-connect") =>
        new($"habilitationRules/{id}", "Règle", "", ByTraining: true, ByEvidence: true, months, window, "");

    public static Professional Recorded(ProfessionalFacts? facts = null) => After(null, [new ProfessionalRecorded(Ccas, facts ?? Facts)]);

    public static Professional After(Professional? current, IEnumerable<ProfessionalEvent> events, DateTimeOffset? at = null) =>
        events.Aggregate(current, (known, happened) => Professional.Evolve(known, Name, (known?.Version ?? 0) + 1, at ?? Monday, happened))!;

    /// <summary>After a rule was granted on a day.</summary>
    public static Professional Granted(Professional current, HabilitationRule rule, DateOnly day, DateTimeOffset? at = null) =>
        After(current, HabilitationDecider.Grant(current, rule, (rule.Name, day, "Attestation"), DateOnly.FromDateTime((at ?? Monday).Date)).EventsOrThrow(), at);
}
