using System.Reflection;
using Reseau.Partners.Domain;
using Reseau.Partners.Search;

namespace Reseau.Partners.Tests.Search;

public sealed class PackingRecords
{
    private static readonly Address FullAddress = new() { Line = "1 rue Haute", Complement = "Bât. B", PostalCode = "35000", CommuneName = "Rennes", CommuneInsee = "35238", Point = new(48.1, -1.6) };
    private static readonly Origin FullOrigin = new() { Source = "dora", Link = "https://exemple.fr/1", UpdatedOn = new(2026, 1, 2), Kept = [new("carto:services", "œuvre"), new("x", "")] };

    private static readonly ServiceRecord FullService = new(
        new()
        {
            Id = "a", StructureId = "s", InstitutionId = "i", Name = "Œuvre", Description = "Un mot 😀.", Type = "atelier", Themes = ["t1", "t2"], Publics = ["jeunes"],
            PublicsDetails = "16-25", AccessConditions = "aucune", Fees = "payant", FeesDetails = "2 €", ReceptionModes = ["a-distance"], EligibilityZones = ["35"],
            MobilisationModes = ["telephoner"], MobilisableBy = ["usagers"], MobilisationLink = "https://exemple.fr", MobilisationDetails = "le matin", ContactName = "Accueil",
            Phone = "0261910012", Email = "a@exemple.fr", Contacts = [new() { Name = "Équipe", Phone = "0261910013", Email = "b@exemple.fr", Absences = [new(new(2026, 1, 1), new(2026, 1, 8))] }],
            Languages = ["ar"], Address = FullAddress, OpeningHours = "Mo 09:00-12:00", WeeklyHours = 2.5, Weeks = 4, AcceptsReferrals = true, Origin = FullOrigin,
        },
        RecordState.Archived,
        new() { State = CapacityState.WaitingList, Until = new(2026, 2, 1), Seats = 0, NextFreeOn = new(2026, 3, 1) },
        new(2026, 1, 3)) { CapacityAt = new(2026, 1, 3, 8, 30, 1, TimeSpan.FromHours(1)) };

    private static readonly StructureRecord FullStructure = new(
        new()
        {
            Id = "s", InstitutionId = "i", Name = "Maison", Description = "Grande", Siret = "26350000000011", Typology = "CCAS", Networks = ["ccas-cias"], Address = FullAddress,
            Phone = "0261910012", Email = "a@exemple.fr", Website = "https://exemple.fr", OpeningHours = "Mo 09:00-12:00", AccessibilityUrl = "https://acceslibre.beta.gouv.fr/1",
            Accessibility = ["surdite"], PublicComputers = 3, Facilitators = 2, Origin = FullOrigin,
        },
        "other",
        ["third"]);

    [Fact]
    public void Everything_a_record_holds_comes_back()
    {
        var packer = new RecordPacker();

        Assert.Equal(FullService, packer.Unpack(new ServiceFact(FullService, packer.Pack(FullService), "s", "i")));
        Assert.Equal(FullStructure, packer.Unpack(new StructureFact(FullStructure, packer.Pack(FullStructure), "i")));
    }

    [Fact]
    public void What_is_not_stated_comes_back_as_not_stated()
    {
        var packer = new RecordPacker();
        var service = new ServiceRecord(new() { Id = "a", StructureId = "s", InstitutionId = "i", Name = "", Description = "" }, RecordState.Draft, null, new(2026, 1, 3));
        var structure = new StructureRecord(new() { Id = "s", InstitutionId = "i", Name = "" }, null, []);

        Assert.Equal(service, packer.Unpack(new ServiceFact(service, packer.Pack(service), "s", "i")));
        Assert.Equal(structure, packer.Unpack(new StructureFact(structure, packer.Pack(structure), "i")));
    }

    [Fact]
    public void However_many_words_there_are_and_however_long_they_come_back()
    {
        var packer = new RecordPacker();
        var facts = new List<(ServiceRecord Record, ServiceFact Fact)>();
        for (var i = 0; i < 800; i++)
        {
            var text = string.Join(" ; ", Enumerable.Range(i * 100, 100).Select(word => $"mot{word}")) + $" {new string('é', 40)}… «l'école»";
            var record = FullService with { Content = FullService.Content with { Description = text } };
            facts.Add((record, new(record, packer.Pack(record), "s", "i")));
        }

        Assert.All(facts, one => Assert.Equal(one.Record, packer.Unpack(one.Fact)));
    }

    /// <summary>A field that is added to a record must be packed: this test is where that is noticed.</summary>
    [Fact]
    public void These_tests_state_every_field()
    {
        Assert.All(Unstated(FullService).Concat(Unstated(FullService.Content)).Concat(Unstated(FullService.Capacity!)).Concat(Unstated(FullStructure.Content))
            .Concat(Unstated(FullAddress)).Concat(Unstated(FullOrigin)).Concat(Unstated(FullService.Content.Contacts[0])), Assert.Fail);
    }

    private static IEnumerable<string> Unstated(object record) =>
        from property in record.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
        let value = property.GetValue(record)
        where value is null or "" || (value is System.Collections.ICollection { Count: 0 }) || (value is IEnumerable<string> codes && !codes.Any()) || Equals(value, false)
        select $"{record.GetType().Name}.{property.Name}";
}
