using Reseau.Partners.Domain;

namespace Reseau.Partners.Tests.Domain;

/// <summary>The score of data.inclusion, criterion by criterion.</summary>
public sealed class ScoringQuality
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    private static readonly Structure Place = Given.Structure with { Address = new() { Line = "1 place", PostalCode = "35000", CommuneName = "Rennes", CommuneInsee = "35238" } };

    private static readonly Service Complete = Given.Service with
    {
        Description = new string('x', 400),
        ReceptionModes = ["en-presentiel"],
        MobilisationModes = ["telephoner", "envoyer-un-courriel"],
        MobilisableBy = ["usagers"],
        Publics = ["tous-publics"],
        Themes = ["numerique--acceder-a-des-services-en-ligne"],
        Fees = "gratuit",
        Phone = "02 99 00 00 00",
        Email = "accueil@exemple.fr",
    };

    [Fact]
    public void A_complete_and_fresh_service_has_the_ten_criteria_and_a_score_of_one()
    {
        var quality = Quality.Of(Complete, Place, Today, Today);
        Assert.Equal((1, 10), (quality.Score, quality.Criteria.Count));
    }

    [Fact]
    public void What_does_not_apply_is_left_out_of_the_mean()
    {
        var remote = Complete with { ReceptionModes = ["a-distance"], MobilisationModes = ["utiliser-lien-mobilisation"], Phone = null };
        var quality = Quality.Of(remote, Place, Today, Today);
        Assert.Equal(["modes-mobilisation", "publics", "thematiques", "contact", "date-maj", "frais", "description"], quality.Criteria.Select(criterion => criterion.Code));
        Assert.Equal(1, quality.Score);
    }

    [Theory]
    [InlineData("adresse", 0)]
    [InlineData("modes-mobilisation", 0.5)]
    [InlineData("publics", 0)]
    [InlineData("thematiques", 0)]
    [InlineData("courriel", 0)]
    [InlineData("telephone", 0)]
    [InlineData("frais", 0)]
    [InlineData("description", 0.5)]
    public void What_lacks_lowers_its_own_criterion_alone(string criterion, double expected)
    {
        var (service, place) = criterion switch
        {
            "adresse" => (Complete, Place with { Address = Address.None }),
            "modes-mobilisation" => (Complete with { MobilisableBy = [] }, Place),
            "publics" => (Complete with { Publics = [] }, Place),
            "thematiques" => (Complete with { Themes = [] }, Place),
            "courriel" => (Complete with { Email = null }, Place),
            "telephone" => (Complete with { Phone = null }, Place),
            "frais" => (Complete with { Fees = null }, Place),
            _ => (Complete with { Description = new string('x', 100) }, Place),
        };
        var lowered = Quality.Of(service, place, Today, Today).Criteria.Where(one => one.Score < 1).ToList();
        Assert.Equal([new QualityCriterion(criterion, expected)], lowered);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(183, 1)]
    [InlineData(730, 0)]
    [InlineData(3000, 0)]
    public void A_record_grows_old_from_six_months_to_two_years(int days, double expected) =>
        Assert.Equal(expected, Quality.Of(Complete, Place, Today.AddDays(-days), Today).Criteria.Single(criterion => criterion.Code == "date-maj").Score, 3);
}
