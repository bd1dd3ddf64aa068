using Reseau.Testing.Hosts;

namespace Reseau.Conventions.Tests.Policies;

/// <summary>A service that the CAF offers in the directory.</summary>
internal static class HelpOfTheCaf
{
    public const string Institution = "institutions/caf-35";
    public const string Name = "services/caf--aide";

    public static async Task OfferAsync(PartnersHost directory)
    {
        var (admin, caf) = (await directory.ClientAsync("admin.reseau"), await directory.ClientAsync("si-caf-35"));
        await admin.RegisterInstitutionAsync(new() { Institution = new() { Name = Institution, DisplayName = "CAF d'Ille-et-Vilaine", Typology = "CAF" }, RequestId = Rpc.Network.NewId() });
        await caf.PublishStructureAsync(new()
        {
            Structure = new()
            {
                Name = "structures/caf-accueil", Institution = Institution, DisplayName = "Accueil de la CAF",
                Address = new() { StreetAddress = "1 cours des Alliés", PostalCode = "35000", Commune = "Rennes", InseeCode = "35238" },
            },
            RequestId = Rpc.Network.NewId(),
        });
        await caf.PublishServiceAsync(new()
        {
            Service = new()
            {
                Name = Name, Structure = "structures/caf-accueil", DisplayName = "Aide à la déclaration de ressources", Description = "Être aidé pour déclarer ses ressources en ligne.",
                Themes = { "numerique--acceder-a-des-services-en-ligne" }, AcceptsReferrals = true,
            },
            RequestId = Rpc.Network.NewId(),
        });
    }
}
