using Reseau.Partners.Domain;

namespace Reseau.Partners.Tests.Domain;

/// <summary>Correct records, to be changed by each test in the one way it is about.</summary>
internal static class Given
{
    public static Institution Institution { get; } = new() { Id = "ccas-rennes", Name = "CCAS de Rennes", Typology = "CCAS", Networks = ["ccas-cias"] };

    public static Structure Structure { get; } = new()
    {
        Id = "ccas-rennes-siege",
        InstitutionId = "ccas-rennes",
        Name = "CCAS de Rennes, accueil central",
        Address = new() { PostalCode = "35000", CommuneName = "Rennes", CommuneInsee = "35238", Point = new(48.1135, -1.6755) },
    };

    public static Service Service { get; } = new()
    {
        Id = "ccas-rennes-droits",
        StructureId = "ccas-rennes-siege",
        InstitutionId = "ccas-rennes",
        Name = "Accès aux droits",
        Description = "Un agent fait le point avec la personne et aide à constituer les dossiers.",
    };
}
