using Reseau.Journeys.Local;
using Reseau.Partners.V1;

namespace Reseau.Journeys.Browsing;

/// <summary>A service of the CCAS of Rennes that nobody has confirmed for a long time.</summary>
public sealed class UnconfirmedService
{
    private readonly string _mark = Mark.New();

    private UnconfirmedService()
    {
    }

    /// <summary>What it is called.</summary>
    public string Name => $"Vestiaire {_mark}";

    /// <summary>What it says.</summary>
    public string Description => $"Des vêtements d'hiver pour toute la famille, au rez-de-chaussée {_mark}.";

    /// <summary>When it was last known to be true, as a page says it.</summary>
    public string Confirmed => "15 janvier 2024";

    /// <summary>Sends it from the information system of its institution.</summary>
    public static async Task<UnconfirmedService> PublishedAsync(LocalEdition edition)
    {
        var service = new UnconfirmedService();
        using var ccas = await Party.SignInAsync(edition, Party.Ccas);
        var import = await ccas.SendFileAsync(DirectoryFormat.SimpleCsv, "institutions/ccas-rennes",
            $"""
            Nom du service;Description;Thématiques;Frais;Modes d'accueil;Comment demander;Nom du lieu;Adresse;Code postal;Commune;Mise à jour
            {service.Name};{service.Description};Habillement;Gratuit;Sur place;Se présenter sur place;Local {service._mark};3 rue du Fil;35000;Rennes;15/01/2024

            """);
        Assert.True(import is { Created: 2, Refused: 0 }, $"{import}");
        return service;
    }
}
