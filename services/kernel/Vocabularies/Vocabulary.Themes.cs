namespace Reseau.Kernel.Vocabularies;

public static partial class Vocabulary
{
    private static readonly (string Family, string Label, (string Code, string Label)[] Themes)[] ThemeTree =
    [
        ("choisir-un-metier", "Choisir un métier",
        [
            ("confirmer-son-choix-de-metier", "Confirmer son choix de métier"),
            ("connaitre-les-opportunites-demploi", "Connaître les opportunités d’emploi"),
            ("decouvrir-un-metier-ou-un-secteur-dactivite", "Découvrir un métier ou un secteur d’activité"),
            ("identifier-ses-points-forts-et-ses-competences", "Identifier ses points forts et ses compétences"),
        ]),
        ("creer-une-entreprise", "Créer une entreprise",
        [
            ("definir-son-projet-de-creation-dentreprise", "Définir son projet de création d’entreprise"),
            ("developper-son-entreprise", "Développer son entreprise"),
            ("structurer-son-projet-de-creation-dentreprise", "Structurer son projet de création d’entreprise"),
        ]),
        ("difficultes-administratives-ou-juridiques", "Difficultés administratives ou juridiques",
        [
            ("accompagnement-aux-demarches-administratives", "Accompagnement aux démarches administratives"),
            ("accompagnement-pour-lacces-a-la-citoyennete", "Accompagnement pour l’accès à la citoyenneté"),
            ("accompagnement-pour-lacces-aux-droits", "Accompagnement pour l’accès aux droits"),
            ("beneficier-dune-mesure-daccompagnement-adapte", "Bénéficier d’une mesure d’accompagnement adapté"),
            ("connaitre-ses-droits-face-a-une-discrimination", "Connaître ses droits face à une discrimination"),
            ("prendre-en-compte-une-problematique-judiciaire", "Prendre en compte une problématique judiciaire"),
        ]),
        ("difficultes-financieres", "Difficultés financières",
        [
            ("acquerir-une-autonomie-budgetaire", "Acquérir une autonomie budgétaire"),
            ("ameliorer-sa-gestion-budgetaire", "Améliorer sa gestion budgétaire"),
            ("mettre-en-place-une-mesure-de-protection-financiere", "Mettre en place une mesure de protection financière"),
            ("prevenir-une-degradation-de-la-situation-financiere", "Prévenir une dégradation de la situation financière"),
            ("situation-dendettement-surendettement", "Situation d’endettement ou de surendettement"),
        ]),
        ("equipement-et-alimentation", "Équipement et alimentation",
        [
            ("aide-menagere", "Aide ménagère"),
            ("alimentation", "Alimentation"),
            ("electromenager", "Électroménager"),
            ("habillement", "Habillement"),
        ]),
        ("famille", "Famille",
        [
            ("garde-denfants", "Garde d’enfants"),
            ("prise-en-charge-personne-dependante", "Prise en charge d’une personne dépendante"),
            ("soutien-a-la-parentalite-et-a-leducation", "Soutien à la parentalité et à l’éducation"),
            ("soutien-aidants", "Soutien aux aidants"),
            ("surmonter-conflits-separation-violence", "Surmonter des conflits, une séparation ou des violences"),
        ]),
        ("lecture-ecriture-calcul", "Lecture, écriture, calcul",
        [
            ("maitriser-le-calcul", "Maîtriser le calcul"),
            ("maitriser-le-francais", "Maîtriser le français"),
        ]),
        ("logement-hebergement", "Logement et hébergement",
        [
            ("acheter-un-logement", "Acheter un logement"),
            ("changer-de-logement", "Changer de logement"),
            ("louer-un-logement", "Louer un logement"),
            ("rechercher-une-solution-dhebergement-temporaire", "Rechercher une solution d’hébergement temporaire"),
            ("reduire-les-impayes-de-loyer", "Réduire les impayés de loyer"),
            ("se-maintenir-dans-le-logement", "Se maintenir dans le logement"),
            ("sinformer-sur-les-demarches-liees-a-lacces-au-logement", "S’informer sur les démarches liées à l’accès au logement"),
        ]),
        ("mobilite", "Mobilité",
        [
            ("acceder-a-un-vehicule", "Accéder à un véhicule"),
            ("entretenir-reparer-son-vehicule", "Entretenir ou réparer son véhicule"),
            ("etre-accompagne-dans-son-parcours-mobilite", "Être accompagné dans son parcours de mobilité"),
            ("financer-ma-mobilite", "Financer sa mobilité"),
            ("mobilite-douce-partagee-collective", "Mobilité douce, partagée ou collective"),
            ("preparer-un-permis", "Préparer un permis"),
        ]),
        ("numerique", "Numérique",
        [
            ("acceder-a-des-services-en-ligne", "Accéder à des services en ligne"),
            ("acceder-a-une-connexion-internet", "Accéder à une connexion internet"),
            ("acquerir-un-equipement", "Acquérir un équipement"),
            ("maitriser-les-fondamentaux-du-numerique", "Maîtriser les fondamentaux du numérique"),
        ]),
        ("preparer-sa-candidature", "Préparer sa candidature",
        [
            ("developper-son-reseau", "Développer son réseau"),
            ("organiser-ses-demarches-de-recherche-demploi", "Organiser ses démarches de recherche d’emploi"),
            ("realiser-un-cv-et-ou-une-lettre-de-motivation", "Réaliser un CV ou une lettre de motivation"),
            ("valoriser-ses-competences", "Valoriser ses compétences"),
        ]),
        ("remobilisation", "Remobilisation",
        [
            ("activites-sportives-et-culturelles", "Activités sportives et culturelles"),
            ("benevolat-action-citoyenne", "Bénévolat et action citoyenne"),
            ("bien-etre-confiance-en-soi", "Bien-être et confiance en soi"),
            ("lien-social", "Lien social"),
        ]),
        ("sante", "Santé",
        [
            ("acces-aux-soins", "Accès aux soins"),
            ("addictions", "Addictions"),
            ("constituer-un-dossier-mdph-invalidite", "Constituer un dossier MDPH ou d’invalidité"),
            ("sante-mentale", "Santé mentale"),
            ("sante-sexuelle", "Santé sexuelle"),
        ]),
        ("se-former", "Se former",
        [
            ("monter-son-dossier-de-formation", "Monter son dossier de formation"),
            ("trouver-sa-formation", "Trouver sa formation"),
        ]),
        ("souvrir-a-linternational", "S’ouvrir à l’international",
        [
            ("connaitre-les-opportunites-demploi-a-letranger", "Connaître les opportunités d’emploi à l’étranger"),
            ("sinformer-sur-les-aides-pour-travailler-a-letranger", "S’informer sur les aides pour travailler à l’étranger"),
            ("sorganiser-suite-a-son-retour-en-france", "S’organiser à son retour en France"),
        ]),
        ("trouver-un-emploi", "Trouver un emploi",
        [
            ("convaincre-un-recruteur-en-entretien", "Convaincre un recruteur en entretien"),
            ("faire-des-candidatures-spontanees", "Faire des candidatures spontanées"),
            ("maintien-dans-lemploi", "Maintien dans l’emploi"),
            ("repondre-a-des-offres-demploi", "Répondre à des offres d’emploi"),
            ("suivre-ses-candidatures-et-relancer-les-employeurs", "Suivre ses candidatures et relancer les employeurs"),
        ]),
    ];

    /// <summary>The families that group the themes, in the order of the screens.</summary>
    public static TermSet<Term> ThemeFamilies { get; } = new(ThemeTree.Select(family => new Term(family.Family, family.Label)));

    /// <summary><c>thematiques</c>: the 69 themes, family by family.</summary>
    public static TermSet<Theme> Themes { get; } = new(
        from family in ThemeTree
        from theme in family.Themes
        select new Theme($"{family.Family}--{theme.Code}", theme.Label, family.Family));
}
