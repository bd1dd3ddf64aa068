using System.Collections.Frozen;
using Reseau.Partners.Territory;

namespace Reseau.Partners.Formats;

/// <summary>The columns of Réseau's own table: one service a line, with its place. Headers are read without accents, case and punctuation.</summary>
internal static class SimpleTable
{
    /// <summary>Internal name and header, in the order an export writes them.</summary>
    public static readonly IReadOnlyList<(string Name, string Header)> Columns =
    [
        ("id", "Identifiant du service"), ("nom", "Nom du service"), ("description", "Description"), ("type", "Type"), ("thematiques", "Thématiques"),
        ("publics", "Publics"), ("publics_precisions", "Précisions sur les publics"), ("conditions_acces", "Conditions d'accès"), ("frais", "Frais"),
        ("frais_precisions", "Précisions sur les frais"), ("modes_accueil", "Modes d'accueil"), ("zone_eligibilite", "Zones d'éligibilité"),
        ("modes_mobilisation", "Comment demander"), ("mobilisable_par", "Qui peut demander"), ("lien_mobilisation", "Lien pour demander"),
        ("mobilisation_precisions", "Précisions pour demander"), ("contact_nom_prenom", "Contact"), ("telephone", "Téléphone du service"),
        ("courriel", "Courriel du service"), ("horaires", "Horaires du service"), ("langues", "Langues parlées"), ("orientations", "Accepte les orientations"),
        ("volume_horaire_hebdomadaire", "Heures par semaine"), ("nombre_semaines", "Nombre de semaines"), ("lieu_id", "Identifiant du lieu"),
        ("lieu_nom", "Nom du lieu"), ("lieu_description", "Description du lieu"), ("adresse", "Adresse"), ("complement_adresse", "Complément d'adresse"),
        ("code_postal", "Code postal"), ("commune", "Commune"), ("code_insee", "Code INSEE"), ("latitude", "Latitude"), ("longitude", "Longitude"),
        ("lieu_telephone", "Téléphone du lieu"), ("lieu_courriel", "Courriel du lieu"), ("lieu_site", "Site web du lieu"), ("lieu_horaires", "Horaires du lieu"),
        ("lieu_accessibilite", "Page Acceslibre"), ("siret", "SIRET"), ("typologie", "Typologie"), ("reseaux", "Réseaux"), ("accessibilite", "Accessibilité"),
        ("ordinateurs", "Ordinateurs en accès public"), ("aidants", "Aidants numériques"), ("source", "Source"), ("date_maj", "Mise à jour"),
    ];

    /// <summary>What a formula begins with; not '+' and '-', which numbers and telephones begin with.</summary>
    public const string FormulaSigns = "=@\t";

    public const char FormulaMark = '\'';

    /// <summary>Columns without which a table says nothing.</summary>
    public static readonly IReadOnlyList<string> Required = ["nom", "description", "lieu_nom", "commune"];

    private static readonly FrozenDictionary<string, string> Headers = Columns
        .SelectMany(column => (IEnumerable<(string Header, string Name)>)[(Plain(column.Header), column.Name), (Plain(column.Name), column.Name)])
        .Concat([("service", "nom"), ("lieu", "lieu_nom"), ("telephone", "telephone"), ("courriel", "courriel"), ("horaires", "horaires"), ("lien", "lien_mobilisation"), ("themes", "thematiques")])
        .DistinctBy(pair => pair.Item1, StringComparer.Ordinal)
        .ToFrozenDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal);

    /// <summary>The internal name of a header; a header nobody knows keeps its own.</summary>
    public static string NameOf(string header) => Headers.GetValueOrDefault(Plain(header), header.Trim());

    public static string HeaderOf(string name) => Columns.FirstOrDefault(column => column.Name == name).Header ?? name;

    /// <summary>A cell without the mark that an export puts before what a spreadsheet would take for a formula.</summary>
    public static string Unmarked(string cell) => cell.Length > 1 && cell[0] == FormulaMark && FormulaSigns.Contains(cell[1], StringComparison.Ordinal) ? cell[1..] : cell;

    /// <summary>A text as a part of an id.</summary>
    public static string Slug(string text)
    {
        var slug = Plain(text).Replace(' ', '-');
        return slug.Length <= 60 ? slug : slug[..60].TrimEnd('-');
    }

    private static string Plain(string header) => string.Join(' ', PlainLetters.Of(header).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
