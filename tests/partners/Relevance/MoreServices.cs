using Reseau.Partners.Domain;
using Reseau.Partners.Territory;

namespace Reseau.Partners.Tests.Relevance;

/// <summary>Invented services for the themes that the demo network lacks, described as real ones are: some well, some in three words.</summary>
internal static class MoreServices
{
    private const string Rennes = "35238";
    private const string LeMans = "72181";
    private const string Landerneau = "29103";
    private const string Civray = "86078";

    private static readonly (string Id, string Commune, string Name, string Description, string[] Themes, string[] Publics, string[] Zones)[] Rows =
    [
        ("csapa-rennes", Rennes, "Consultations du CSAPA", "Accueil anonyme et gratuit des personnes qui ont un problème avec l’alcool, le tabac, une drogue ou les jeux ; suivi médical et soutien de l’entourage.",
            ["sante--addictions"], ["tous-publics"], ["35"]),
        ("cmp-rennes", Rennes, "Centre médico-psychologique adultes", "Premier entretien infirmier, puis consultations de psychiatre ou de psychologue, prises en charge par l’assurance maladie.",
            ["sante--sante-mentale"], ["tous-publics"], ["35238"]),
        ("cidff-rennes", Rennes, "Accueil des femmes victimes de violences", "Écoute, information juridique et accompagnement dans les démarches : dépôt de plainte, ordonnance de protection, mise à l’abri.",
            ["famille--surmonter-conflits-separation-violence", "difficultes-administratives-ou-juridiques--prendre-en-compte-une-problematique-judiciaire"], ["femmes"], ["35"]),
        ("siao-rennes", Rennes, "Hébergement d’urgence (115)", "Orientation vers une place d’hébergement pour les personnes sans abri, toute l’année.",
            ["logement-hebergement--rechercher-une-solution-dhebergement-temporaire"], ["personnes-en-situation-durgence"], ["35"]),
        ("vestiaire-rennes", Rennes, "Vestiaire solidaire", "Vêtements et chaussures pour adultes et enfants, à petit prix.", ["equipement-et-alimentation--habillement"], ["tous-publics"], ["243500139"]),
        ("garage-rennes", Rennes, "Garage solidaire", "Réparation et location de véhicules à tarif réduit pour les personnes orientées par un travailleur social.",
            ["mobilite--acceder-a-un-vehicule", "mobilite--entretenir-reparer-son-vehicule"], ["beneficiaires-des-minimas-sociaux", "demandeurs-emploi"], ["35"]),
        ("adie-rennes", Rennes, "Créer son entreprise avec le microcrédit", "Étude du projet, prêt et suivi des premiers mois.",
            ["creer-une-entreprise--definir-son-projet-de-creation-dentreprise", "creer-une-entreprise--structurer-son-projet-de-creation-dentreprise"], ["demandeurs-emploi"], ["35"]),
        ("cimade-rennes", Rennes, "Permanence d’accès aux droits des étrangers", "Titre de séjour, demande d’asile, regroupement familial, recours : un bénévole formé relit le dossier.",
            ["difficultes-administratives-ou-juridiques--accompagnement-pour-lacces-a-la-citoyennete"], ["personnes-exilees"], ["35"]),
        ("sport-rennes", Rennes, "Activité physique adaptée", "Marche et gymnastique douce en groupe, sur prescription ou non.", ["remobilisation--activites-sportives-et-culturelles"], ["seniors", "tous-publics"], ["35238"]),
        ("emmaus-rennes", Rennes, "Bric-à-brac Emmaüs", "Meubles, vaisselle, machines à laver et réfrigérateurs révisés.", ["equipement-et-alimentation--electromenager"], ["tous-publics"], []),
        ("carsat-bretagne", Rennes, "Préparer sa retraite", "Rendez-vous pour vérifier sa carrière, estimer sa pension et déposer sa demande de retraite.",
            ["difficultes-administratives-ou-juridiques--accompagnement-aux-demarches-administratives"], ["seniors", "actifs"], ["35"]),
        ("ft-le-mans", LeMans, "Accompagnement des demandeurs d’emploi", "Bilan, offres, ateliers ; un conseiller suit la personne.",
            ["trouver-un-emploi--repondre-a-des-offres-demploi", "preparer-sa-candidature--organiser-ses-demarches-de-recherche-demploi"], ["demandeurs-emploi"], ["72"]),
        ("ml-le-mans", LeMans, "Accueil de la Mission locale", "Pour les 16 à 25 ans : formation, emploi, santé, logement.",
            ["trouver-un-emploi--repondre-a-des-offres-demploi", "se-former--trouver-sa-formation"], ["jeunes"], ["247200132"]),
        ("cresus-le-mans", LeMans, "Accompagnement du surendettement", "Constituer un dossier Banque de France, négocier avec les créanciers.",
            ["difficultes-financieres--situation-dendettement-surendettement"], ["tous-publics"], ["72"]),
        ("epicerie-le-mans", LeMans, "Épicerie solidaire", "Produits frais et d’hygiène à 10 % du prix, pour six mois.", ["equipement-et-alimentation--alimentation"], ["beneficiaires-des-minimas-sociaux"], ["72181"]),
        ("fle-le-mans", LeMans, "Cours de français pour adultes", "Apprendre à parler, lire et écrire le français, du débutant au DELF.",
            ["lecture-ecriture-calcul--maitriser-le-francais"], ["personnes-exilees", "tous-publics"], ["72181"]),
        ("auto-ecole-le-mans", LeMans, "Auto-école sociale", "Code et conduite pour les personnes en insertion.", ["mobilite--preparer-un-permis"], ["beneficiaires-des-minimas-sociaux", "jeunes"], ["72"]),
        ("aidants-le-mans", LeMans, "Maison des aidants", "Répit, groupe de parole et formation pour ceux qui s’occupent d’un proche malade.",
            ["famille--soutien-aidants"], ["familles", "seniors"], ["72"]),
        ("planning-le-mans", LeMans, "Centre de santé sexuelle", "Contraception, dépistage, test de grossesse, anonymes et gratuits.", ["sante--sante-sexuelle"], ["jeunes", "femmes"], ["72"]),
        ("ft-landerneau", Landerneau, "Conseil à l’emploi de Landerneau", "Un conseiller aide à chercher un emploi et à répondre aux offres.", ["trouver-un-emploi--repondre-a-des-offres-demploi"], ["demandeurs-emploi"], ["29"]),
        ("ram-landerneau", Landerneau, "Relais petite enfance", "Liste des assistantes maternelles, places en crèche, contrat et bulletin de salaire.", ["famille--garde-denfants"], ["familles"], ["242900801"]),
        ("mdph-29", Landerneau, "Permanence de la MDPH du Finistère", "Dossier MDPH, AAH, carte mobilité inclusion.", ["sante--constituer-un-dossier-mdph-invalidite"], ["personnes-en-situation-de-handicap"], ["29"]),
        ("resto-landerneau", Landerneau, "Distribution de colis alimentaires", "Le mardi et le jeudi, sur inscription.", ["equipement-et-alimentation--alimentation"], ["tous-publics"], ["29"]),
        ("transport-landerneau", Landerneau, "Transport à la demande", "Un minibus prend à domicile et mène au marché, au médecin, à la gare.", ["mobilite--mobilite-douce-partagee-collective"], ["tous-publics"], ["242900801"]),
        ("pcb-landerneau", Landerneau, "Point conseil budget", "Faire le point sur ses dépenses et éviter les dettes.", ["difficultes-financieres--ameliorer-sa-gestion-budgetaire"], ["tous-publics"], ["29"]),
        ("parents-landerneau", Landerneau, "Lieu d’accueil enfants-parents", "Jouer avec son enfant de moins de six ans et parler avec d’autres parents.", ["famille--soutien-a-la-parentalite-et-a-leducation"], ["familles"], ["242900801"]),
        ("ml-civray", Civray, "Antenne de la Mission locale", "Emploi et formation des jeunes.", ["trouver-un-emploi--repondre-a-des-offres-demploi", "se-former--trouver-sa-formation"], ["jeunes"], ["86"]),
        ("sante-civray", Civray, "Maison de santé : aide à trouver un médecin", "Pour les personnes sans médecin traitant.", ["sante--acces-aux-soins"], ["tous-publics"], ["200070035"]),
        ("velo-civray", Civray, "Prêt de vélos et de mobylettes", "Deux euros par jour pour aller travailler ou se former.", ["mobilite--acceder-a-un-vehicule"], ["demandeurs-emploi", "jeunes"], ["200070035"]),
        ("habitat-civray", Civray, "Fonds de solidarité logement", "Dette de loyer ou d’énergie : aide du Département de la Vienne.", ["logement-hebergement--reduire-les-impayes-de-loyer"], ["tous-publics"], ["86"]),
    ];

    /// <summary>What publishing them records.</summary>
    public static IEnumerable<PartnerEvent> Events() =>
    [
        new InstitutionRegistered(new() { Id = "plus", Name = "Partenaires du territoire", Typology = "ASSO" }),
        .. Rows.Select(row => row.Commune).Distinct(StringComparer.Ordinal).Select(insee => new StructurePublished(Place(insee))),
        .. Rows.Select(row => new ServicePublished(new()
        {
            Id = row.Id,
            StructureId = $"plus-{row.Commune}",
            InstitutionId = "plus",
            Name = row.Name,
            Description = row.Description,
            Themes = [.. row.Themes],
            Publics = [.. row.Publics],
            EligibilityZones = [.. row.Zones],
            ReceptionModes = ["en-presentiel"],
        })),
    ];

    private static Structure Place(string insee)
    {
        var commune = France.Shared.FindCommune(insee)!;
        return new()
        {
            Id = $"plus-{insee}",
            InstitutionId = "plus",
            Name = "Maison des associations",
            Address = new() { CommuneName = commune.Name, CommuneInsee = insee, PostalCode = commune.PostalCodes[0] },
        };
    }
}
