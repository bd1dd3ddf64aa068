using Reseau.Partners.Demo;
using Reseau.Partners.Domain;
using Reseau.Partners.Search;
using Reseau.Partners.Territory;
using Reseau.Partners.Tests.Search;

namespace Reseau.Partners.Tests.Demo;

/// <summary>The network must give back the totals that the five territories have published (facts T1 to T5).</summary>
public sealed class LoadingTheDemoNetwork
{
    private static readonly DemoNetwork Network = DemoNetwork.Load();

    [Fact]
    public void T1_1_Rennes_Metropole_has_70_places_93_facilitators_and_245_computers_in_42_communes()
    {
        var territory = Territory("rennes-metropole");
        var places = Network.StructuresIn(territory).ToList();

        Assert.Equal((42, 70, 93, 245), (territory.Communes.Count, places.Count, places.Sum(place => place.Facilitators), places.Sum(place => place.PublicComputers)));
        Assert.Equal((42, 70, 93, 245), (territory.Figure("communes"), territory.Figure("places"), territory.Figure("facilitators"), territory.Figure("computers")));
        Assert.Equal(42, places.Select(place => place.Address.CommuneInsee).Distinct().Count());
        Assert.DoesNotContain("35238", territory.Communes);
    }

    [Fact]
    public void T1_2_Four_sectors_of_10_or_11_communes_with_one_adviser_each_and_a_flying_fifth()
    {
        var territory = Territory("rennes-metropole");

        Assert.Equal([10, 10, 11, 11], territory.Sectors.Select(sector => sector.Communes.Count).Order());
        Assert.Equal(territory.Communes.Order(), territory.Sectors.SelectMany(sector => sector.Communes).Order());
        Assert.Equal(5, territory.Advisers.Count);
        Assert.All(territory.Sectors, sector => Assert.Single(territory.Advisers, adviser => adviser.Area == sector.Name));
    }

    [Fact]
    public void T1_4_Twenty_eight_communes_are_ready_and_each_has_its_permanence()
    {
        var territory = Territory("rennes-metropole");
        var served = Network.Services.Where(service => service.InstitutionId == "rennes-metropole").Select(service => Assert.Single(service.EligibilityZones));

        Assert.Equal(28, territory.EngagedCommunes.Count);
        Assert.Equal(4, territory.FirstCommunes.Intersect(territory.EngagedCommunes).Count());
        Assert.Equal(territory.EngagedCommunes.Order(), served.Order());
    }

    [Fact]
    public void T1_5_Accompaniments_are_workshops_and_individual()
    {
        var territory = Territory("rennes-metropole");

        Assert.Equal(636, territory.Figure("accompaniments"));
        Assert.Equal(636, territory.Figure("workshop-people") + territory.Figure("individual-accompaniments"));
    }

    [Fact]
    public void T2_1_Six_shared_spaces_in_Rennes_where_the_six_partners_offer_services()
    {
        var spaces = Network.Structures.Where(structure => structure.Name.StartsWith("Espace social commun", StringComparison.Ordinal)).Select(structure => structure.Id).ToHashSet();
        var offering = Network.Services.Where(service => spaces.Contains(service.StructureId)).Select(service => service.InstitutionId).Distinct().Order();

        Assert.Equal(6, spaces.Count);
        Assert.Equal(["arcs-rennes", "caf-35", "ccas-rennes", "departement-35", "mission-locale-rennes", "ville-rennes"], offering);
        Assert.Contains("epn-rennes", Territory("rennes-espaces-sociaux-communs").Partners);
        Assert.Contains("bibliotheques-rennes", Territory("rennes-espaces-sociaux-communs").Partners);
        Assert.Equal(4, Territory("rennes-espaces-sociaux-communs").Advisers.Count);
    }

    [Fact]
    public void T3_1_Fifteen_communautes_de_communes_of_Sarthe_have_an_adviser_each_and_there_is_a_coordinator()
    {
        var territory = Territory("sarthe");
        var served = Network.Services
            .Where(service => service.Id.StartsWith("sarthe-conseiller-", StringComparison.Ordinal))
            .Select(service => France.Shared.FindEpci(service.EligibilityZones[0])!);

        Assert.Equal(15, served.DistinctBy(epci => epci.Siren).Count(epci => epci.Type == "CC"));
        Assert.Equal(15, territory.Sectors.Count);
        Assert.Equal(territory.Figure("advisers"), territory.Advisers.Count);
        Assert.Single(territory.Advisers, adviser => adviser.Role == "coordinateur");
    }

    [Fact]
    public void T4_Landerneau_Daoulas_has_22_communes_of_which_11_are_engaged_as_relays()
    {
        var territory = Territory("landerneau-daoulas");
        var relays = Network.Services.Where(service => service.Id.EndsWith("-relais-inscription", StringComparison.Ordinal)).Select(CommuneOf);

        Assert.Equal((22, 11), (territory.Communes.Count, territory.EngagedCommunes.Count));
        Assert.Equal(territory.EngagedCommunes.Order(), relays.Order());
        Assert.Equal(50_614, territory.Figure("inhabitants"));
        Assert.Equal(31, territory.Figure("stages-2023") + territory.Figure("flash-workshops-2023") + territory.Figure("evening-points-2023"));
    }

    [Fact]
    public void T5_Civraisien_serves_20_communes_with_a_pair_that_alternates_weeks()
    {
        var territory = Territory("civraisien-en-poitou");
        var weeks = Network.StructuresIn(territory).Select(structure => structure.OpeningHours!.Split(' ')).Where(hours => hours[0] == "week").Select(hours => hours[1]);

        Assert.Equal(20, territory.EngagedCommunes.Count);
        Assert.Equal(2, territory.Advisers.Count);
        Assert.Equal(["1-53/2", "2-52/2"], weeks.Distinct().Order());
        Assert.Equal(702, territory.Figure("accompaniments-2023"));
        Assert.Equal(territory.Figure("yearly-cost-euros"), territory.Figure("banque-des-territoires-euros") + territory.Figure("own-funds-euros"));
    }

    [Fact]
    public void Every_record_respects_the_content_rules()
    {
        var violations = Network.Institutions.SelectMany(ContentRules.Of).Concat(Network.Structures.SelectMany(ContentRules.Of)).Concat(Network.Services.SelectMany(ContentRules.Of));

        Assert.Empty(violations);
    }

    [Fact]
    public void Every_reference_leads_somewhere()
    {
        var institutions = Network.Institutions.Select(institution => institution.Id).ToHashSet();
        var structures = Network.Structures.Select(structure => structure.Id).ToHashSet();

        Assert.All(Network.Structures, structure => Assert.Contains(structure.InstitutionId, institutions));
        Assert.All(Network.Services, service => Assert.Contains(service.StructureId, structures));
        Assert.All(Network.Services, service => Assert.Contains(service.InstitutionId, institutions));
        Assert.All(Network.Territories.SelectMany(territory => territory.Partners.Append(territory.Coordinator)), partner => Assert.Contains(partner, institutions));
        Assert.All(Network.Territories.SelectMany(territory => territory.Communes), insee => Assert.NotNull(France.Shared.FindCommune(insee)));
    }

    [Fact]
    public void A_place_is_in_the_commune_it_names()
    {
        Assert.All(Network.Structures, structure =>
        {
            var commune = France.Shared.FindCommune(structure.Address.CommuneInsee!)!;
            Assert.Equal(commune.Name, structure.Address.CommuneName!.Replace('’', '\''));
            Assert.Contains(structure.Address.PostalCode!, commune.PostalCodes);
            if (structure.Address.Point is { } point && commune.PointPrecision == PointPrecision.Commune) Assert.InRange(point.DistanceTo(commune.Point!.Value), 0, 8_000);
        });
    }

    [Fact]
    public void No_number_or_address_can_reach_a_real_person()
    {
        var phones = Network.Structures.Select(structure => structure.Phone).Concat(Network.Services.Select(service => service.Phone)).OfType<string>().ToList();
        var emails = Network.Structures.Select(structure => structure.Email).Concat(Network.Services.Select(service => service.Email)).OfType<string>();

        // 02 61 91 and 05 36 49 are reserved for works of fiction by the regulator.
        Assert.All(phones, phone => Assert.Matches(@"^(02 61 91|05 36 49) \d\d \d\d$", phone));
        Assert.Equal(phones.Count, phones.Distinct().Count());
        Assert.All(emails, email => Assert.EndsWith(".exemple.fr", email, StringComparison.Ordinal));
    }

    [Fact]
    public void The_network_is_large_enough_to_be_tried()
    {
        Assert.Equal(5, Network.Territories.Count);
        Assert.InRange(Network.Services.Count, 180, 240);
        Assert.True(Network.Services.Count(service => service.AcceptsReferrals) > 150);
    }

    /// <summary>The question of a reception agent: the person before me lives here and needs this.</summary>
    [Theory]
    [InlineData("35238", "dettes", "ccas-rennes-point-conseil-budget")]
    [InlineData("35238", "prime d'activité", "caf-35-rsa-prime-activite")]
    [InlineData("35238", "ordinateur pas cher", "emmaus-connect-equipement")]
    [InlineData("35047", "permanence numérique", "bruz-permanence-numerique")]
    [InlineData("29103", "rendez-vous numérique", "capld-permanence-individuelle")]
    [InlineData("72264", "conseiller numérique", "sarthe-conseiller-pays-sabolien")]
    [InlineData("86078", "transport médecin", "cias-civraisien-transport-solidaire")]
    public void What_an_agent_asks_brings_the_right_service_first(string commune, string text, string expected)
    {
        var index = new DirectoryIndex(France.Shared);
        index.Apply([.. Network.Events()]);

        var hits = index.Search(new() { CommuneInsee = commune, Text = text, RadiusMeters = 50_000 }).Hits;

        Assert.Equal(expected, hits[0].ServiceId);
    }

    private static DemoTerritory Territory(string id) => Network.Territories.Single(territory => territory.Id == id);

    private static string CommuneOf(Service service) => Network.Structures.Single(structure => structure.Id == service.StructureId).Address.CommuneInsee!;
}
