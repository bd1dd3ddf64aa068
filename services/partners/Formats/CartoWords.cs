using Reseau.Partners.Domain;

namespace Reseau.Partners.Formats;

/// <summary>The crosswalk backwards: what the services of a place are in the words of the national map.</summary>
internal static class CartoWords
{
    /// <summary>The labels of a service by its themes; none for a service that is not digital.</summary>
    public static IEnumerable<string> LabelsOf(Service service)
    {
        foreach (var offer in CartoCrosswalk.Offers)
        {
            if (!service.Themes.Contains(offer.Labels[0].Themes[0], StringComparer.Ordinal)) continue;
            // A label with a theme of its own is said by that theme; the plain ones are one and the same to v1.
            var particular = offer.Labels.Where(label => label.Themes.Length > 1 && label.Themes.All(theme => service.Themes.Contains(theme, StringComparer.Ordinal))).ToList();
            yield return offer.Labels[0].Label;
            foreach (var label in particular.Where(label => label.Label != offer.Labels[0].Label)) yield return label.Label;
        }
    }

    public static IReadOnlyList<string> InOrder(IReadOnlyCollection<string> labels) =>
        [.. CartoCrosswalk.Offers.SelectMany(offer => offer.Labels, (_, label) => label.Label).Where(labels.Contains)];

    public static IReadOnlyList<string> TypologyOf(Structure place)
    {
        var typology = place.Typology ?? place.Networks.Select(TypologyNetworks.TypologyOf).FirstOrDefault(code => code is not null);
        if (typology is null) return [];
        return CartoCrosswalk.NotTypologies.Contains(typology) ? ["Autre"] : [typology];
    }

    public static IReadOnlyList<string> SpecialOf(Structure place, IEnumerable<Service> services)
    {
        var languages = services.SelectMany(service => service.Languages).ToHashSet(StringComparer.Ordinal);
        var special = CartoCrosswalk.LabelsOf(CartoCrosswalk.Accessibility, place.Accessibility).ToList();
        if (languages.Remove("en")) special.Add(CartoCrosswalk.English);
        if (languages.Count > 0) special.Add(CartoCrosswalk.ForeignLanguages);
        return special;
    }

    public static IReadOnlyList<string> FeesOf(IEnumerable<Service> services) => [.. services.Select(FeesOf).OfType<string>().Distinct(StringComparer.Ordinal)];

    public static IReadOnlyList<string> AccessOf(IReadOnlyCollection<Service> services)
    {
        var ways = CartoCrosswalk.LabelsOf(CartoCrosswalk.Access, services.SelectMany(service => service.MobilisationModes));
        // A mail that only professionals may send is the one with a prescription.
        return services.All(service => service.MobilisableBy is ["professionnels"])
            ? [.. ways.Select(way => way == "Contacter par mail" ? CartoCrosswalk.Prescription : way)]
            : ways;
    }

    public static IReadOnlyList<string> AccompanimentOf(IReadOnlyCollection<Service> services)
    {
        var ways = services.Where(service => service.ReceptionModes.Contains(Vocabulary.OnSite, StringComparer.Ordinal)).Select(service => service.Type switch
        {
            "atelier" or "formation" => CartoCrosswalk.Workshop,
            "aide-materielle" => CartoCrosswalk.OnOnesOwn,
            _ => CartoCrosswalk.OneToOne,
        }).Distinct(StringComparer.Ordinal).ToList();
        if (services.Any(service => service.ReceptionModes.Contains(Vocabulary.Remote, StringComparer.Ordinal))) ways.Add(CartoCrosswalk.Remotely);
        return ways;
    }

    /// <summary>A list as the map writes it: one text.</summary>
    public static RawFields Joined(this RawFields fields, string name, IReadOnlyList<string> items) =>
        fields.Set(name, items.Count == 0 ? null : string.Join(ReadingStyle.ListSeparator, items));

    private static string? FeesOf(Service service) => service.Fees switch
    {
        "gratuit" => "Gratuit",
        "payant" when service.FeesDetails?.Contains("sous condition", StringComparison.OrdinalIgnoreCase) == true => CartoCrosswalk.FreeUnderCondition,
        "payant" => "Payant",
        _ => null,
    };
}
