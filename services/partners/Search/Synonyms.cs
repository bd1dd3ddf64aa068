using System.Collections.Frozen;

namespace Reseau.Partners.Search;

/// <summary>
/// What people say, and what the directories call it. A phrase matches a service that has all its words. Kept short: each line answers
/// a word heard at a reception desk that no service's description contains.
/// </summary>
public static class Synonyms
{
    private static readonly FrozenDictionary<string, string[][]> Phrases = Read(
        ("alcool drogue cannabis tabac", "addictions"),
        ("ado adolescent", "jeunes"),
        ("allocations", "caf; accès aux droits"),
        ("apl als", "aide logement; accès aux droits"),
        ("boulot job travail", "emploi"),
        ("bus velo", "mobilité"),
        ("caf", "allocations familiales"),
        ("chomage chomeur", "demandeurs d'emploi"),
        ("colis faim manger nourriture repas", "alimentation"),
        ("conge bebe creche nounou", "garde d'enfants"),
        ("cmu css mutuelle ameli", "accès aux soins"),
        ("cv", "lettre de motivation"),
        ("dette credit huissier", "endettement; surendettement"),
        ("divorce dispute", "séparation"),
        ("docteur medecin soigner", "accès aux soins"),
        ("dormir rue sdf foyer", "hébergement temporaire"),
        ("facture impaye", "impayés de loyer; difficultés financières"),
        ("francais alphabetisation fle", "maîtriser le français"),
        ("handicap aah", "mdph; handicap"),
        ("impots declaration paperasse papiers formulaire dossier", "démarches administratives"),
        ("informatique ordinateur ordi pc tablette smartphone souris clavier", "numérique"),
        ("internet web mail messagerie", "numérique; services en ligne"),
        ("lire ecrire illettrisme", "lecture écriture"),
        ("loyer hlm appartement", "logement"),
        ("mdph", "handicap"),
        ("nationalite carte passeport titre sejour", "démarches administratives; accès à la citoyenneté"),
        ("permis conduire", "préparer un permis"),
        ("psy psychologue depression moral", "santé mentale"),
        ("refugie migrant asile etranger", "personnes exilées"),
        ("retraite aine age vieux", "séniors"),
        ("rsa", "minima sociaux; accès aux droits"),
        ("scanner imprimer imprimante photocopie", "numérique"),
        ("seul solitude isolement", "lien social"),
        ("vetements habits", "habillement"),
        ("violence conjugal", "violences"),
        ("voiture auto", "véhicule"),
        ("wifi fibre", "connexion internet"));

    /// <summary>Phrases, as lists of stems, that mean much the same as the stem.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Of(string stem) => Phrases.GetValueOrDefault(stem) ?? [];

    private static FrozenDictionary<string, string[][]> Read(params (string Said, string Meant)[] lines)
    {
        var pairs = from line in lines
                    let meant = line.Meant.Split(';').Select(Stems).ToArray()
                    from said in Stems(line.Said)
                    select (said, meant);
        return pairs.GroupBy(pair => pair.said, StringComparer.Ordinal)
            .ToFrozenDictionary(said => said.Key, said => said.SelectMany(pair => pair.meant).ToArray(), StringComparer.Ordinal);
    }

    private static string[] Stems(string text) => [.. FrenchText.Words(text).Select(word => word.Stem)];
}
