namespace Reseau.Partners.Tests.Relevance;

/// <summary>
/// Questions as people say them at a desk, typing errors included. They were judged from the list of services alone, before the engine was asked;
/// a question whose answer looks wrong is discussed with people of the field, not bent to the engine.
/// </summary>
internal static class JudgedQuestions
{
    private const string Rennes = "35238";
    private const string Bruz = "35047";
    private const string Pace = "35210";
    private const string Betton = "35024";
    private const string LeMans = "72181";
    private const string Sable = "72264";
    private const string Landerneau = "29103";
    private const string Dirinon = "29045";
    private const string Civray = "86078";

    public static IReadOnlyList<JudgedQuestion> All { get; } =
    [
        // Paperwork and rights
        new("papi ne sait pas faire sa déclaration d'impôts", Bruz, "bruz-aide-demarches", "bruz-permanence-numerique"),
        new("perdu mon RSA", Rennes, "caf-35-rsa-prime-activite", "ccas-rennes-droits-*", "cdas-*-rsa"),
        new("prime d'activité", Rennes, "caf-35-rsa-prime-activite"),
        new("remplir un dossier de retraite", Rennes, "carsat-bretagne"),
        new("ne comprend pas un courrier de l'administration", Pace, "pace-aide-demarches", "pace-permanence-numerique"),
        new("aide paperasse", Betton, "betton-aide-demarches", "betton-permanence-numerique"),
        new("demande d'APL", Rennes, "caf-35-aides-logement"),
        new("papiers titre de séjour", Rennes, "cimade-rennes"),
        new("carte vitale mutuelle trop chère", Rennes, "cpam-35-complementaire", "cpam-35-acces-aux-soins"),
        new("dossier handicap AAH", LeMans, "sarthe-mda-dossier"),
        new("dossier mdph a landerneau", null, "mdph-29"),
        new("courrier pour les gens sans domicile", Rennes, "ccas-rennes-domiciliation"),
        new("rdv CAF", Rennes, "caf-permanence-*", "caf-35-*"),
        new("quelles aides pour mamie", Civray, "cias-civraisien-acces-aux-droits", "cias-civraisien-aide-a-domicile"),
        new("assistante sociale du departement", LeMans, "sarthe-mds-accueil"),

        // Digital
        new("cours d'ordinateur à Landerneau", null, "capld-*", "landerneau-relais-inscription", "lycee-landerneau-numerique-jeunes", "*-stage-numerique"),
        new("ordinateur pas cher", Rennes, "emmaus-connect-equipement"),
        new("apprendre à se servir d'une tablette", Rennes, "bibliotheque-cleunay-ateliers", "epn-*", "emmaus-connect-parcours", "mediation-numerique-*"),
        new("mot de passe oublié", Rennes, "mediation-numerique-*", "epn-*-coup-de-pouce"),
        new("imprimer un document", Bruz, "bruz-acces-libre", "bruz-permanence-numerique"),
        new("permanence numerique bruz", Bruz, "bruz-permanence-numerique"),
        new("wifi gratuit", Pace, "pace-acces-libre"),
        new("aide internet par téléphone", Sable, "solidarite-numerique-aide-telephone", "sarthe-rappel-solidarite-numerique"),
        new("créer une boîte mail", Dirinon, "dirinon-*", "capld-*"),
        new("conseiller numérique", Sable, "sarthe-conseiller-pays-sabolien"),
        new("initiation informatique débutant", Rennes, "epn-*-initiation", "emmaus-connect-parcours"),
        new("atelier numérique seniors", Civray, "*-atelier-numerique"),
        new("déclarer ses ressources sur le site de la caf", Rennes, "caf-35-demarches-en-ligne", "caf-35-rsa-prime-activite"),
        new("rendez-vous numérique Civray", null, "civray-rendez-vous-numerique", "civray-*"),

        // Money, food, home
        new("dettes", Rennes, "ccas-rennes-point-conseil-budget"),
        new("crédits à la consommation, il ne s'en sort plus", LeMans, "cresus-le-mans"),
        new("huissier", LeMans, "cresus-le-mans"),
        new("fins de mois difficiles", Landerneau, "pcb-landerneau", "ccas-landerneau-aides"),
        new("loyer impayé", LeMans, "sarthe-mds-fsl"),
        new("dette de loyer", Civray, "habitat-civray"),
        new("facture d'électricité impayée", Rennes, "ccas-rennes-aide-financiere", "ccas-rennes-point-conseil-budget"),
        new("plus rien dans le frigo", Rennes, "ccas-rennes-aide-alimentaire"),
        new("colis alimentaire", Landerneau, "resto-landerneau", "ccas-landerneau-aides"),
        new("épicerie solidaire", Civray, "cias-civraisien-epicerie-sociale"),
        new("faire ses courses pas cher", LeMans, "epicerie-le-mans"),
        new("dort dans sa voiture", Rennes, "siao-rennes", "ccas-rennes-domiciliation"),
        new("hébergement ce soir, il est à la rue", Rennes, "siao-rennes"),
        new("mon fils de 19 ans cherche un appart", Rennes, "mission-locale-rennes-logement-jeunes"),
        new("habits pour l'hiver", Rennes, "vestiaire-rennes"),
        new("machine à laver d'occasion", Rennes, "emmaus-rennes"),

        // Work, training, mobility
        new("écrire un CV", Rennes, "mission-locale-rennes-ateliers-cv"),
        new("cherche du travail", Landerneau, "ft-landerneau"),
        new("chômage", LeMans, "ft-le-mans"),
        new("jeune sans emploi ni formation", Civray, "ml-civray"),
        new("mission locale", LeMans, "ml-le-mans"),
        new("ouvrir son entreprise", Rennes, "adie-rennes"),
        new("passer le permis de conduire", LeMans, "auto-ecole-le-mans"),
        new("permis jeune rennes", Rennes, "mission-locale-rennes-mobilite-jeunes"),
        new("réparer sa voiture", Rennes, "garage-rennes"),
        new("transport pour aller chez le médecin", Civray, "cias-civraisien-transport-solidaire"),
        new("plus de voiture pour aller au marché", Landerneau, "transport-landerneau"),
        new("apprendre le français", LeMans, "fle-le-mans"),
        new("parler français", Rennes, "arcs-atelier-villejean"),

        // Family and health
        new("mode de garde bébé", Rennes, "caf-35-mode-de-garde"),
        new("nounou", Landerneau, "ram-landerneau"),
        new("je me sépare", Rennes, "caf-35-parcours-separation", "caf-permanence-*"),
        new("femme battue", Rennes, "cidff-rennes"),
        new("s'occupe de son mari malade, n'en peut plus", LeMans, "aidants-le-mans"),
        new("repas à domicile personne âgée", Rennes, "ccas-rennes-portage-repas"),
        new("aide ménagère", Civray, "cias-civraisien-aide-a-domicile"),
        new("boit trop d'alcool", Rennes, "csapa-rennes"),
        new("voir un psy", Rennes, "cmp-rennes", "mission-locale-rennes-ecoute-sante"),
        new("trouver un médecin traitant", Civray, "sante-civray"),
        new("contraception", LeMans, "planning-le-mans"),
        new("enceinte, qui consulter", Rennes, "cdas-*-pmi"),
        new("se sent seule, voudrait rencontrer des gens", Rennes, "arcs-atelier-maurepas", "arcs-atelier-*", "ccas-rennes-portage-repas"),
        new("jeux avec d'autres parents", Landerneau, "parents-landerneau"),

        // Typing errors
        new("ordinatuer pas chere", Rennes, "emmaus-connect-equipement"),
        new("alocation logement", Rennes, "caf-35-aides-logement"),
        new("surendetement", Rennes, "ccas-rennes-point-conseil-budget"),
        new("demarche administratve", Bruz, "bruz-aide-demarches", "bruz-permanence-numerique"),
        new("garde d'enfnats", Landerneau, "ram-landerneau"),
        new("aide alimantaire", LeMans, "epicerie-le-mans"),
        new("psycologue", Rennes, "cmp-rennes", "mission-locale-rennes-ecoute-sante"),
        new("epicerie au mans", null, "epicerie-le-mans"),
    ];
}
