namespace Reseau.Benchmarks.Data;

/// <summary>What kind of place exists, how often, whose it is, and what it mostly offers.</summary>
/// <param name="Weight">How many there are of it, among the others.</param>
/// <param name="Typology">data.inclusion's old code.</param>
/// <param name="Holder">Whose it is.</param>
/// <param name="InstitutionName">Name of the institution; {0} is its territory or its own name.</param>
/// <param name="PlaceName">Name of the place; {0} is the commune, {1} a neighbourhood, {2} the institution.</param>
/// <param name="Families">Families of themes it mostly offers.</param>
internal sealed record PlaceKind(int Weight, string Typology, Holder Holder, string InstitutionName, string PlaceName, params string[] Families)
{
    public static IReadOnlyList<PlaceKind> All { get; } =
    [
        new(14, "CCAS", Holder.Commune, "CCAS de {0}", "CCAS de {0}", "difficultes-financieres", "equipement-et-alimentation", "difficultes-administratives-ou-juridiques", "logement-hebergement"),
        new(6, "MUNI", Holder.Commune, "Commune de {0}", "Mairie de {0}", "difficultes-administratives-ou-juridiques", "numerique", "famille"),
        new(5, "BIB", Holder.Commune, "Commune de {0}", "Médiathèque {1}, {0}", "numerique", "lecture-ecriture-calcul", "remobilisation"),
        new(5, "CAF", Holder.Departement, "CAF {0}", "CAF, accueil de {0}", "famille", "logement-hebergement", "difficultes-administratives-ou-juridiques"),
        new(7, "FT", Holder.Departement, "France Travail {0}", "Agence France Travail {0} {1}", "trouver-un-emploi", "preparer-sa-candidature", "choisir-un-metier", "se-former"),
        new(3, "CPAM", Holder.Departement, "CPAM {0}", "Assurance maladie, accueil de {0}", "sante", "difficultes-administratives-ou-juridiques"),
        new(9, "DEPT", Holder.Departement, "Conseil départemental, {0}", "Maison des solidarités de {0} {1}", "famille", "difficultes-financieres", "sante", "logement-hebergement"),
        new(2, "MDPH", Holder.Departement, "MDPH {0}", "MDPH, permanence de {0}", "sante", "difficultes-administratives-ou-juridiques"),
        new(7, "ML", Holder.Departement, "Mission locale {0}", "Mission locale, antenne de {0}", "choisir-un-metier", "trouver-un-emploi", "mobilite", "se-former"),
        new(6, "RFS", Holder.Commune, "France services {0}", "France services {0}", "numerique", "difficultes-administratives-ou-juridiques"),
        new(4, "CIDFF", Holder.Departement, "CIDFF {0}", "CIDFF, permanence de {0}", "famille", "difficultes-administratives-ou-juridiques"),
        new(3, "UDAF", Holder.Departement, "UDAF {0}", "UDAF, antenne de {0}", "difficultes-financieres", "famille"),
        new(8, "CS", Holder.Association, "{0}", "Centre social {1}, {0}", "famille", "lecture-ecriture-calcul", "remobilisation", "numerique"),
        new(24, "ASSO", Holder.Association, "{0}", "{2}, {0}"),
        new(8, "OF", Holder.Association, "{0} Formation", "{2}, site de {0}", "se-former", "lecture-ecriture-calcul", "trouver-un-emploi"),
        new(6, "EPN", Holder.Association, "Espace numérique {0}", "Espace public numérique {1}, {0}", "numerique"),
        new(4, "ES", Holder.Association, "Épicerie solidaire {0}", "Épicerie solidaire {1}, {0}", "equipement-et-alimentation", "difficultes-financieres"),
        new(4, "RESSOURCERIE", Holder.Association, "Ressourcerie {0}", "Ressourcerie {1}, {0}", "equipement-et-alimentation", "trouver-un-emploi"),
        new(6, "AI", Holder.Association, "{0} Services", "{2}, agence de {0}", "trouver-un-emploi", "mobilite"),
        new(3, "CHRS", Holder.Association, "{0}", "Foyer {1}, {0}", "logement-hebergement", "sante"),
        new(3, "CSAPA", Holder.Association, "{0} Santé", "CSAPA {0}", "sante"),
        new(3, "PIMMS", Holder.Association, "Pimms {0}", "Pimms Médiation {1}, {0}", "numerique", "difficultes-administratives-ou-juridiques", "mobilite"),
        new(2, "PIJ_BIJ", Holder.Commune, "Commune de {0}", "Information jeunesse {0}", "souvrir-a-linternational", "choisir-un-metier", "logement-hebergement"),
        new(3, "CCONS", Holder.Departement, "Chambre de métiers, {0}", "Chambre de métiers, {0}", "creer-une-entreprise", "se-former"),
    ];
}

/// <summary>Whose a place is.</summary>
internal enum Holder
{
    /// <summary>One institution in each commune.</summary>
    Commune,

    /// <summary>One in each département, with many places.</summary>
    Departement,

    /// <summary>One of many in each département, with a few places.</summary>
    Association,
}
