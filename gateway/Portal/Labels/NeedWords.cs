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

    /// <summary>Whose need it is, or who is asked.</summary>
    public static string For(IReadOnlyCollection<Function> functions) => functions.Count == 0 ? "Toutes les fonctions" : string.Join(", ", functions.Select(ProfessionalWords.Of));

    /// <summary>What revealed a need.</summary>
    /// <param name="origin">What it was.</param>
    /// <param name="campaigns">Titles of campaigns, by name.</param>
    public static string Of(NeedOrigin origin, IReadOnlyDictionary<string, string> campaigns) => origin.OriginCase switch
    {
        NeedOrigin.OriginOneofCase.Campaign => $"Les réponses à la campagne {(campaigns.GetValueOrDefault(origin.Campaign.Campaign) is { } title ? $"« {title} »" : "d’une institution")}",
        NeedOrigin.OriginOneofCase.Referrals => $"Des orientations revenues{Number(origin.Referrals.Referrals)} : {Label.Theme(origin.Referrals.Theme)}{Reason(origin.Referrals.Kind)}{Period(origin.Referrals)}",
        NeedOrigin.OriginOneofCase.Searches => $"{French.Count(origin.Searches.Searches, "recherche", "recherches")} sans réponse dans l’annuaire : {Label.Theme(origin.Searches.Theme)}",
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

    private static string Reason(SignalKind kind) => kind == SignalKind.Unspecified ? "" : $" ; {Of(kind).ToLower(French.Culture)}";

    private static string Period(ReturnedReferrals returned) => (Month(returned.From), Month(returned.Until)) switch
    {
        ({ Length: > 0 } from, { Length: > 0 } until) => from == until ? $" ({from})" : $" (de {from} à {until})",
        _ => "",
    };

    private static IReadOnlyList<(string Value, string Text)> Choices<TEnum>(string vocabulary) where TEnum : struct, Enum =>
        [.. Enum.GetValues<TEnum>().Where(value => !value.Equals(default(TEnum))).Select(value => (value.ToString(), Label.OfNeed(vocabulary, value)))];
}
