using System.Globalization;
using Reseau.Training.V1;

namespace Reseau.Gateway.Portal.Forms;

/// <summary>What revealed a need, as a word of an address and of a form: what is counted elsewhere leads with it to the form of a need.</summary>
public static class NeedOriginText
{
    /// <summary>Name of the parameter and of the control.</summary>
    public const string Field = "origine";

    private const char Separator = '|';
    private const string Manager = "responsable";
    private const string Campaign = "campagne";
    private const string Referrals = "orientations";
    private const string Searches = "recherches";

    /// <summary>Writes it.</summary>
    public static string Of(NeedOrigin origin) => origin.OriginCase switch
    {
        NeedOrigin.OriginOneofCase.Campaign => Join(Campaign, origin.Campaign.Campaign, origin.Campaign.Question),
        NeedOrigin.OriginOneofCase.Referrals => Join(
            Referrals, origin.Referrals.Theme, origin.Referrals.Kind.ToString(), FrenchInput.Field(origin.Referrals.From), FrenchInput.Field(origin.Referrals.Until)),
        NeedOrigin.OriginOneofCase.Searches => Join(Searches, origin.Searches.Theme, origin.Searches.Commune, origin.Searches.Searches.ToString(CultureInfo.InvariantCulture)),
        _ => Manager,
    };

    /// <summary>Reads it; null for what is none.</summary>
    public static NeedOrigin? Read(string text) => text.Split(Separator) switch
    {
        [Manager] => new() { Manager = new() },
        [Campaign, var campaign, var question] => new() { Campaign = new() { Campaign = campaign, Question = question } },
        [Referrals, var theme, var kind, var from, var until] => new()
        {
            Referrals = new() { Theme = theme, Kind = Enum.TryParse<SignalKind>(kind, out var known) ? known : default, From = Day(from), Until = Day(until) },
        },
        [Searches, var theme, var commune, var searches] => new()
        {
            Searches = new() { Theme = theme, Commune = commune, Searches = int.TryParse(searches, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0 },
        },
        _ => null,
    };

    /// <summary>The form of a new need that this revealed.</summary>
    public static string InAddress(NeedOrigin origin) => $"{Pages.EditNeedPage.New}?{Field}={Uri.EscapeDataString(Of(origin))}";

    private static string Join(params string[] parts) => string.Join(Separator, parts);

    private static Google.Type.Date? Day(string text) => FrenchInput.Day(text) is { } day ? FrenchInput.ToDate(day) : null;
}
