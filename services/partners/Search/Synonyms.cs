using System.Collections.Frozen;

namespace Reseau.Partners.Search;

/// <summary>
/// What people say, and what the directories call it: the one place for the words of the desk. A phrase matches a service that has all its
/// words. Each line answers words heard at a reception desk that no service's description contains, or not in the sense they are said.
/// </summary>
public static class Synonyms
{
    private static readonly FrozenDictionary<string, string[][]> Phrases = Read(
        ("alcool alcoolique boire drogue cannabis shit tabac fumer addict", "addictions"),
        ("alimentaire alimentaires", "alimentation"),
        ("allocation allocations alloc", "caf; allocations familiales; accès aux droits"),
        ("ameli css cmu c2s mutuelle secu vitale remboursement", "accès aux soins; complémentaire santé"),
        ("apl als", "aide logement; louer un logement"),
        ("appart appartement hlm louer bailleur garant", "louer un logement; logement"),
        ("asile refugie migrant etranger", "personnes exilées; maîtriser le français"),
        ("boulot job taf travail travailler embauche embaucher", "emploi; offres d'emploi"),
        ("bus velo train transport covoiturage", "mobilité; transport"),
        ("bouger deplacer deplacement", "mobilité; transport"),
        ("caf", "allocations familiales"),
        ("cesu menage courses domicile", "aide ménagère; aide domicile"),
        ("chauffage electricite edf energie", "impayé énergie; difficultés financières; prévenir une dégradation de la situation financière"),
        ("chomage chomeur", "demandeurs d'emploi; offres d'emploi; emploi"),
        ("clavier ecran informatique ordi ordinateur pc portable smartphone souris tablette", "numérique; informatique; fondamentaux du numérique"),
        ("colis faim frigo manger nourriture repas bouffe epicerie courses", "alimentation; alimentaire"),
        ("compte comptes connecter connexion identifiant identifiants franceconnect", "numérique; services en ligne"),
        ("conge bebe creche nounou garder assmat assistante", "garde d'enfants; mode de garde"),
        ("cuisine isole isolee isolement seul seule solitude ennuie ennui voisins rencontrer", "lien social"),
        ("cv candidature lettre", "lettre de motivation; CV"),
        ("declaration declarer paperasse papier papiers formulaire courrier administratif", "démarches administratives"),
        ("dette credit huissier creancier surendette surendettement banque decouvert", "endettement; surendettement; budget"),
        ("argent sou sous fric thune fins mois budget galere", "difficultés financières; budget; gestion budgétaire; situation financière"),
        ("divorce divorcer dispute separe separer ex pension", "séparation"),
        ("docteur medecin soigner soin dentiste hopital generaliste", "accès aux soins; soins"),
        ("dormir dort dors dorment rue sdf foyer abri dehors expulse expulsion", "hébergement temporaire; hébergement"),
        ("ecrire lire illettrisme", "lecture écriture; maîtriser le français; écrire"),
        ("enceinte grossesse accoucher accouchement", "PMI; grossesse; parents"),
        ("enfant enfants education ecole punir colere", "parentalité; parents"),
        ("facture impaye impayes", "impayés de loyer; impayé; difficultés financières"),
        ("francais alphabetisation fle langue parler", "maîtriser le français"),
        ("handicap aah invalidite handicape", "mdph; handicap; dossier mdph"),
        ("habits vetements habiller fringues manteau", "habillement"),
        ("impots impot", "démarches administratives; déclaration; déclaration de revenus"),
        ("internet web mail mails email messagerie site", "numérique; services en ligne; connexion internet"),
        ("loyer loyers", "impayés de loyer; logement"),
        ("malade alzheimer dependant dependante autonomie", "personne dépendante; aidants; aide domicile"),
        ("mdph", "handicap"),
        ("metier orientation reconversion changer", "choisir un métier; choix de métier; métier"),
        ("motivation entretien recruteur", "entretien"),
        ("carte passeport identite", "démarches administratives"),
        ("nationalite naturalisation titre sejour prefecture regularisation", "accès à la citoyenneté; titre de séjour"),
        ("ordonnance droit droits", "accès aux droits"),
        ("permis conduire code", "préparer un permis; permis"),
        ("photocopie scanner imprimer imprimante impression scan", "ordinateurs accès libre; numérique; services en ligne"),
        ("prime activite", "prime d'activité"),
        ("psy psychologue depression deprime moral deprimer craque burn", "santé mentale"),
        ("retraite", "accès aux droits; retraite"),
        ("rsa", "minima sociaux; accès aux droits"),
        ("solidaire", "sociale"),
        ("stage formation former apprendre", "formation; trouver sa formation; initiation; atelier"),
        ("telephone mobile appareil", "numérique"),
        ("toit hebergement", "hébergement"),
        ("violence violences violent frappe frapper tape battue conjugal conjugale mari", "violences; conflits séparation violences"),
        ("voiture auto", "véhicule; transport solidaire; mobilité"),
        ("wifi fibre", "connexion internet"),
        ("cours lecon initiation", "initiation; atelier; fondamentaux du numérique; stage"));

    /// <summary>Words that say who the person is rather than what is needed, and the public they belong to. Nothing is left out for lack of them.</summary>
    private static readonly FrozenDictionary<string, string[][]> Persons = Read(
        ("papi papy mamie mamy pepe meme grand-pere grand-mere age agee ages agees aine aines vieux vieille senior seniors ancien", "séniors; personnes âgées"),
        ("ado adolescent adolescente jeune jeunes mineur lyceen lyceenne", "jeunes"),
        ("etudiant etudiante fac universite", "étudiants"),
        ("famille papa maman mere pere parent parents couple fils fille petit petite", "familles; parents"),
        ("femme femmes", "femmes"),
        ("handicapee", "handicap"),
        ("ami amie voisin voisine copain copine usager usagere client cliente beneficiaire mec dame homme", "tous publics"));

    /// <summary>Phrases, as lists of stems, that mean much the same as the stem.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Of(string stem) => Phrases.GetValueOrDefault(stem) ?? Persons.GetValueOrDefault(stem) ?? [];

    /// <summary>Whether a word says who the person is, and not what is needed.</summary>
    public static bool IsAboutThePerson(string stem) => Persons.ContainsKey(stem);

    /// <summary>Words people say that may be what was typed with some errors.</summary>
    internal static IEnumerable<string> Near(string typed, int errors) =>
        Said.Where(stem => (stem[0] == typed[0] || stem[0] == typed[1]) && Math.Abs(stem.Length - typed.Length) <= errors);

    private static string[] Said { get; } = [.. Phrases.Keys.Concat(Persons.Keys).Where(stem => stem.Length >= TypingError.ShortestCorrected)];

    private static FrozenDictionary<string, string[][]> Read(params (string Said, string Meant)[] lines)
    {
        var pairs = from line in lines
                    let meant = line.Meant.Split(';').Select(Stems).Where(phrase => phrase.Length > 0).ToArray()
                    from said in Stems(line.Said)
                    select (said, meant);
        return pairs.GroupBy(pair => pair.said, StringComparer.Ordinal)
            .ToFrozenDictionary(said => said.Key, said => said.SelectMany(pair => pair.meant).ToArray(), StringComparer.Ordinal);
    }

    private static string[] Stems(string text) => [.. FrenchText.Words(text).Select(word => word.Stem)];
}
