using Reseau.Gateway.Portal.Calls;
using Reseau.Training.V1;
using Date = Google.Type.Date;

namespace Reseau.Gateway.Portal.Labels;

/// <summary>Sentences about needs of training and what revealed them.</summary>
public static class NeedWords
{
    /// <summary>Where a need may stand, to choose from.</summary>
    public static IReadOnlyList<(string Value, string Text)> States { get; } = Choices<Need.Types.State>("need");

    /// <summary>How soon a need is to be answered, the soonest first, to choose from.</summary>
    public static IReadOnlyList<(string Value, string Text)> Urgencies { get; } = [.. Choices<Need.Types.Urgency>("urgency").Reverse()];

    public static string Of(Need.Types.State state) => Label.OfNeed("need", state);

    public static string Of(Need.Types.Urgency urgency) => Label.OfNeed("urgency", urgency);

    public static string Of(SignalKind kind) => kind == SignalKind.Unspecified ? "Refusées ou réorientées" : Label.OfNeed("signal", kind);

    /// <summary>Class of a state's colour; the words say the same.</summary>
    public static string Tone(Need.Types.State state) => state switch
    {
        Need.Types.State.Open => "warning",
        Need.Types.State.Planned or Need.Types.State.Met => "done",
        _ => "",
    };

    /// <summary>Class of an urgency's colour; the words say the same.</summary>
    public static string Tone(Need.Types.Urgency urgency) => urgency switch
    {
        Need.Types.Urgency.High => "problem",
        Need.Types.Urgency.Medium => "warning",
        _ => "",
    };

    /// <summary>What is missing.</summary>
    public static string Subject(Need need, TrainingVocabulary terms) => need.SubjectCase switch
    {
        Need.SubjectOneofCase.Skill => terms.Skill(need.Skill),
        Need.SubjectOneofCase.Theme => Label.Theme(need.Theme),
        _ => need.Title,
    };

    /// <summary>Whose need it is.</summary>
    /// <param name="need">The need.</param>
    /// <param name="names">Names of institutions, by name.</param>
    public static string Owner(Need need, IReadOnlyDictionary<string, string> names) => need.Network ? "Tout le réseau" : names.GetValueOrDefault(need.Institution, ResourceId.Of(need.Institution));

    /// <summary>A subject of figures: a skill, a theme, or neither.</summary>
    public static string Subject(string subject, TrainingVocabulary terms) => subject.Length == 0 ? "Besoins dits avec d’autres mots"
        : subject.StartsWith("skills/", StringComparison.Ordinal) ? terms.Skill(subject)
        : Label.Theme(subject);

    /// <summary>How many professionals it is about.</summary>
    public static string Persons(int persons) => persons switch
    {
        < 0 => "Moins de 5 personnes",
        0 => "Nombre de personnes non dit",
        _ => $"{French.Count(persons, "personne", "personnes")} environ",
    };

    /// <summary>Whom a need is about, or who is asked.</summary>
    public static string For(IReadOnlyCollection<Function> functions) => functions.Count == 0 ? "Toutes les fonctions" : string.Join(", ", functions.Select(ProfessionalWords.Of));

    /// <summary>All that revealed a need; the word of who raised it when nothing else did.</summary>
    /// <param name="need">The need.</param>
    /// <param name="names">Titles of campaigns and names of communes.</param>
    public static IEnumerable<string> RevealedBy(Need need, IReadOnlyDictionary<string, string> names)
    {
        if (need.RevealedBy.Count > 0) return need.RevealedBy.Select(origin => Of(origin, names));
        return [need.Network ? "La parole de qui s’occupe du réseau" : Of(new NeedOrigin(), names)];
    }

    /// <summary>What revealed a need.</summary>
    /// <param name="origin">What it was.</param>
    /// <param name="names">Titles of campaigns by name, and names of communes by INSEE code.</param>
    public static string Of(NeedOrigin origin, IReadOnlyDictionary<string, string> names) => origin.OriginCase switch
    {
        NeedOrigin.OriginOneofCase.Campaign => $"Les réponses à la campagne {(names.GetValueOrDefault(origin.Campaign.Campaign) is { } title ? $"« {title} »" : "d’une institution")}",
        NeedOrigin.OriginOneofCase.Referrals => $"Des orientations revenues{Number(origin.Referrals.Referrals)} : {Label.Theme(origin.Referrals.Theme)}{Reason(origin.Referrals.Kind)}{Period(origin.Referrals)}",
        NeedOrigin.OriginOneofCase.Searches => $"{Searches(origin.Searches)} sans réponse dans l’annuaire : {Label.Theme(origin.Searches.Theme)}{Commune(origin.Searches.Commune, names)}",
        _ => "La parole d’un responsable",
    };

    /// <summary>novembre 2026</summary>
    public static string Month(Date month) => French.DayOf(month)?.ToString("MMMM yyyy", French.Culture) ?? "";

    private static string Number(int referrals) => referrals switch
    {
        < 0 => " (moins de 5)",
        0 => "",
        _ => $" ({French.Number(referrals)})",
    };

    private static string Searches(UnmetSearches searches) => searches.Searches == 0 ? "Moins de 5 recherches" : French.Count(searches.Searches, "recherche", "recherches");

    private static string Commune(string code, IReadOnlyDictionary<string, string> names) => code.Length == 0 ? "" : $" ({names.GetValueOrDefault(code, "commune " + code)})";

    private static string Reason(SignalKind kind) => kind == SignalKind.Unspecified ? "" : $" ; {Of(kind).ToLower(French.Culture)}";

    private static string Period(ReturnedReferrals returned) => (Month(returned.From), Month(returned.Until)) switch
    {
        ({ Length: > 0 } from, { Length: > 0 } until) => from == until ? $" ({from})" : $" (de {from} à {until})",
        _ => "",
    };

    private static IReadOnlyList<(string Value, string Text)> Choices<TEnum>(string vocabulary) where TEnum : struct, Enum =>
        [.. Enum.GetValues<TEnum>().Where(value => !value.Equals(default(TEnum))).Select(value => (value.ToString(), Label.OfNeed(vocabulary, value)))];
}
