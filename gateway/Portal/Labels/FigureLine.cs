using Google.Protobuf.WellKnownTypes;
using Reseau.Referrals.V1;

namespace Reseau.Gateway.Portal.Labels;

/// <summary>A figure of the network as pages and files show it: no number without the sentence that says what is counted.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Definition">What is counted.</param>
/// <param name="Value">How it is written.</param>
public sealed record FigureLine(string Title, string Definition, Func<Figures, string> Value)
{
    private const string Withheld = "moins de 5";
    private const string Nothing = "–";
    private const int BusinessDay = 8;

    /// <summary>All of them, in the order of a referral's life.</summary>
    public static IReadOnlyList<FigureLine> All { get; } =
    [
        new("Orientations envoyées", "Envoyées dans la période ; celles saisies par erreur ne comptent pas.", figures => Of(figures.Sent)),
        new("Première réponse, médiane", "De l’envoi à l’acceptation ou au refus : une orientation sur deux a sa réponse dans ce temps. En heures ouvrées, du lundi au vendredi hors jours fériés, de 9 h à 17 h dans le département qui répond ; 8 h font un jour.", figures => Business(figures.FirstResponse, figures.FirstResponse.Median)),
        new("Première réponse, neuf sur dix", "Neuf orientations sur dix ont leur réponse dans ce temps, compté de même.", figures => Business(figures.FirstResponse, figures.FirstResponse.P90)),
        new("Acceptation", "Acceptées, parmi celles acceptées, refusées ou expirées ; la première réponse compte.", figures => Of(figures.Acceptance)),
        new("Sans réaction dans le délai", "Sans aucune réaction de l’institution destinataire à la fin du deuxième jour ouvré après l’envoi.", figures => Of(figures.Breach)),
        new("Premier rendez-vous, médiane", "De l’acceptation à la première fois où la personne est reçue.", figures => Calendar(figures.FirstContact, figures.FirstContact.Median)),
        new("Aboutissement, médiane", "De l’acceptation à la clôture avec une issue.", figures => Calendar(figures.Service, figures.Service.Median)),
        new("Closes à 30 jours", "Clôturées, refusées ou annulées dans les 30 jours, parmi celles envoyées il y a 30 jours ou plus.", figures => Of(figures.ClosedWithin30Days)),
        new("Closes à 60 jours", "Dans les 60 jours, parmi celles envoyées il y a 60 jours ou plus.", figures => Of(figures.ClosedWithin60Days)),
        new("Closes à 90 jours", "Dans les 90 jours, parmi celles envoyées il y a 90 jours ou plus.", figures => Of(figures.ClosedWithin90Days)),
        new("Besoin satisfait", "Clôturées avec un besoin satisfait, parmi celles qui sont closes.", figures => Of(figures.Served)),
        new("Rendez-vous manqués", "La personne n’est pas venue, parmi les rendez-vous dont on sait s’ils ont eu lieu.", figures => Of(figures.NoShow)),
        new("Orientations oubliées", "Ouvertes, et personne n’a rien fait depuis plus de 14 jours.", figures => Of(figures.Orphans)),
    ];

    /// <summary>A count.</summary>
    public static string Of(Tally tally) => tally.Withheld ? Withheld : French.Number(tally.Count);

    private static string Of(Ratio ratio) => ratio switch
    {
        { Withheld: true } => Withheld,
        { Of: 0 } => Nothing,
        _ => $"{French.Share((double)ratio.Count / ratio.Of)} ({French.Number(ratio.Count)} sur {French.Number(ratio.Of)})",
    };

    private static string Business(Delay delay, Duration? quantile)
    {
        if (delay.Withheld) return Withheld;
        if (quantile is null) return Nothing;
        var minutes = (long)quantile.ToTimeSpan().TotalMinutes;
        var (days, hours) = (minutes / 60 / BusinessDay, minutes / 60 % BusinessDay);
        return days > 0 ? string.Create(French.Culture, $"{days} j {hours} h") : string.Create(French.Culture, $"{hours} h {minutes % 60:00}");
    }

    private static string Calendar(Delay delay, Duration? quantile) => delay.Withheld ? Withheld
        : quantile is null ? Nothing
        : string.Create(French.Culture, $"{quantile.ToTimeSpan().TotalDays:0.#} j");
}
