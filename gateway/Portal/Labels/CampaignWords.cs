using Reseau.Training.V1;

namespace Reseau.Gateway.Portal.Labels;

/// <summary>Sentences about campaigns: whom they ask, when, and what may be answered.</summary>
public static class CampaignWords
{
    /// <summary>How a question may be answered, to choose from.</summary>
    public static IReadOnlyList<(string Value, string Text)> Kinds { get; } =
        [.. Enum.GetValues<Question.Types.Kind>().Where(kind => kind != default).Select(kind => (kind.ToString(), Label.OfNeed("kind", kind)))];

    public static string Of(Campaign.Types.State state) => Label.OfNeed("campaign", state);

    /// <summary>Class of a state's colour; the words say the same.</summary>
    public static string Tone(Campaign.Types.State state) => state switch
    {
        Campaign.Types.State.Draft => "warning",
        Campaign.Types.State.Open => "done",
        _ => "",
    };

    /// <summary>Du 1 mars 2027 au 31 mars 2027</summary>
    public static string Days(Campaign campaign) => $"Du {French.Day(campaign.StartDate)} au {French.Day(campaign.EndDate)}";

    /// <summary>Whether answers are tied to persons.</summary>
    public static string Secrecy(Campaign campaign) => campaign.Anonymous ? "Anonyme" : "Avec nom";

    /// <summary>What may be answered to a question, in the order of its choices; nothing for a text.</summary>
    public static IReadOnlyList<string> Choices(Question question) => question.Kind switch
    {
        Question.Types.Kind.Level => [.. Enum.GetValues<SkillLevel>().Order().Select(ProfessionalWords.Of)],
        _ => question.Options,
    };

    /// <summary>The first words of a question, in a list of them.</summary>
    public static string Brief(string text)
    {
        const int Longest = 60;
        return text.Length <= Longest ? text : text[..(Longest - 1)].TrimEnd() + "…";
    }

    /// <summary>Whom a row of results stands for.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="names">Names for display.</param>
    public static string NameOf(string key, IReadOnlyDictionary<string, string> names) => key.Length == 0 ? "Non connu, ou trop peu nombreux" : names.GetValueOrDefault(key, key);
}
