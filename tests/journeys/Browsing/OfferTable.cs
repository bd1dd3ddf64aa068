using System.Text;

namespace Reseau.Journeys.Browsing;

/// <summary>
/// A table as a chargé de mission gets it by mail: one place is in it under two spellings, a fee is mistyped, and a line lacks its
/// description.
/// </summary>
public sealed class OfferTable
{
    /// <summary>Who holds the places of it.</summary>
    public const string Institution = "capld-landerneau-daoulas";

    /// <summary>The fee as it should have been typed.</summary>
    public const string Fee = "gratuit";

    private const string Mistyped = "grattuit";

    private readonly string _mark = Mark.New();

    /// <summary>A service at <see cref="Place" />.</summary>
    public string Workshop => $"Atelier {_mark}";

    /// <summary>A service at <see cref="SamePlace" />; its fee is mistyped.</summary>
    public string Desk => $"Permanence {_mark}";

    /// <summary>A place.</summary>
    public string Place => $"Maison {_mark}";

    /// <summary>The same place, as somebody else calls it.</summary>
    public string SamePlace => $"La maison {_mark}";

    /// <summary>The file.</summary>
    public byte[] File => Write(Mistyped);

    /// <summary>The file after the report was read.</summary>
    public byte[] Corrected => Write(Fee);

    private byte[] Write(string fee) => Encoding.UTF8.GetBytes(
        $"""
        Nom du service;Description;Thématiques;Frais;Modes d'accueil;Comment demander;Nom du lieu;Adresse;Code postal;Commune
        {Workshop};Apprendre à se servir d'un ordinateur en petit groupe.;Maîtriser les fondamentaux du numérique;Gratuit;Sur place;Téléphoner;{Place};12 rue du Fil;29800;Landerneau
        {Desk};Être aidé pour ses démarches en ligne, sans rendez-vous.;Accéder à des services en ligne;{fee};Sur place;Se présenter sur place;{SamePlace};12, rue du Fil;29800;Landerneau
        Accueil {_mark};;;Gratuit;Sur place;Téléphoner;{Place};12 rue du Fil;29800;Landerneau

        """);
}
