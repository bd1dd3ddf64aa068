namespace Reseau.Kernel.Vocabularies;

public static partial class Vocabulary
{
    /// <summary>Whom a place is fitted, or its people trained, to receive: the national map's <c>prise_en_charge_specifique</c> as codes.</summary>
    public static TermSet<Term> Accessibility { get; } = Terms(
        ("surdite", "Surdité"),
        ("handicaps-moteurs", "Handicaps moteurs"),
        ("handicaps-mentaux", "Handicaps mentaux"),
        ("illettrisme", "Illettrisme"),
        ("deficience-visuelle", "Déficience visuelle"));
}
