using System.Globalization;
using System.Resources;
using Reseau.Partners.Search;
using Contract = Reseau.Partners.V1;

namespace Reseau.Partners.Rpc;

/// <summary>Facets to messages: fields as the request calls them, values with the label of their vocabulary.</summary>
internal static class FacetMapper
{
    private static readonly ResourceManager Texts = new("Reseau.Partners.Rpc.ReasonTexts", typeof(FacetMapper).Assembly);

    public static Contract.Facet ToMessage(FacetCounts facet)
    {
        var message = new Contract.Facet { Field = FieldOf(facet.Kind) };
        message.Values.AddRange(facet.Values.Select(value => new Contract.FacetValue { Value = value.Code, Label = LabelOf(facet.Kind, value.Code), Count = value.Count }));
        return message;
    }

    private static string FieldOf(FacetKind kind) => kind switch
    {
        FacetKind.Themes => "themes",
        FacetKind.Publics => "publics",
        FacetKind.Fees => "fees",
        FacetKind.OnSite => "on_site_only",
        FacetKind.Remote => "remote_only",
        FacetKind.Types => "types",
        FacetKind.Typologies => "typologies",
        FacetKind.Languages => "languages",
        FacetKind.Accessibility => "accessibility",
        FacetKind.Room => "with_room_only",
        FacetKind.Referrals => "accepts_referrals_only",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static string LabelOf(FacetKind kind, string code) => kind switch
    {
        FacetKind.Themes => Vocabulary.ThemeFamilies.Find(code)?.Label ?? Vocabulary.Themes.LabelOf(code),
        FacetKind.Publics => Vocabulary.Publics.LabelOf(code),
        FacetKind.Fees => Vocabulary.Fees.LabelOf(code),
        FacetKind.Types => Vocabulary.ServiceTypes.LabelOf(code),
        FacetKind.Typologies => Vocabulary.Typologies.LabelOf(code),
        FacetKind.Languages => Vocabulary.Languages.LabelOf(code),
        FacetKind.Accessibility => Vocabulary.Accessibility.LabelOf(code),
        _ => Texts.GetString($"Facet{kind}", CultureInfo.InvariantCulture) ?? throw new MissingManifestResourceException(kind.ToString()),
    };
}
