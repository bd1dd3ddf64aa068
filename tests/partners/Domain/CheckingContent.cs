using Reseau.Partners.Domain;
using Reseau.Partners.Territory;

namespace Reseau.Partners.Tests.Domain;

public sealed class CheckingContent
{
    [Fact]
    public void Correct_records_have_no_violation()
    {
        Assert.Empty(ContentRules.Of(Given.Institution));
        Assert.Empty(ContentRules.Of(Given.Structure));
        Assert.Empty(ContentRules.Of(Given.Service));
    }

    [Fact]
    public void All_violations_come_at_once()
    {
        var violations = ContentRules.Of(Given.Service with
        {
            Name = "AB",
            Description = "",
            Type = "autre",
            Themes = ["numerique--inconnu", "numerique--acquerir-un-equipement"],
            EligibilityZones = ["rennes"],
            Email = "accueil",
            Weeks = 0,
        });

        Assert.Equal(
            [
                ("name", "TOO_SHORT"), ("description", "REQUIRED"), ("type", "UNKNOWN_VALUE"), ("themes[0]", "UNKNOWN_VALUE"),
                ("eligibility_zones[0]", "INVALID_ZONE"), ("email", "INVALID_EMAIL"), ("weeks", "OUT_OF_RANGE"),
            ],
            violations.Select(violation => (violation.Field, violation.Reason)));
    }

    [Fact]
    public void A_violation_speaks_to_developers_in_English_and_to_people_in_French()
    {
        var violation = Assert.Single(ContentRules.Of(Given.Institution with { Name = "AB" }));

        Assert.Equal("name must have at least 3 characters.", violation.Message);
        Assert.Equal("Nom : écrivez au moins 3 caractères.", violation.MessageFr);
    }

    [Fact]
    public void Every_reason_has_a_sentence_in_both_languages() =>
        Assert.All(ContentMessages.Reasons, reason =>
        {
            var violation = ContentMessages.Violation("name", reason, 1, 2);
            Assert.StartsWith("Nom : ", violation.MessageFr, StringComparison.Ordinal);
            Assert.DoesNotContain(reason, violation.MessageFr, StringComparison.Ordinal);
            Assert.DoesNotContain("{", violation.Message + violation.MessageFr, StringComparison.Ordinal);
        });

    [Fact]
    public void A_message_never_repeats_what_was_typed()
    {
        var violations = ContentRules.Of(Given.Structure with { Email = "jeanne.durand", Phone = "jeanne", Website = "durand", Address = new() { PostalCode = "durand" } });

        Assert.Equal(4, violations.Count);
        Assert.All(violations, violation => Assert.DoesNotMatch("(?i)jeanne|durand", violation.Message + violation.MessageFr));
    }

    [Theory]
    [InlineData(150, true)]
    [InlineData(151, false)]
    public void A_name_has_at_most_150_characters(int length, bool accepted) =>
        Assert.Equal(accepted, ContentRules.Of(Given.Service with { Name = new string('a', length) }).Count == 0);

    [Theory]
    [InlineData(10_000, true)]
    [InlineData(10_001, false)]
    public void A_description_has_at_most_10_000_characters(int length, bool accepted) =>
        Assert.Equal(accepted, ContentRules.Of(Given.Service with { Description = new string('a', length) }).Count == 0);

    [Theory]
    [InlineData("21350238900015", "SIRET_CHECKSUM")]
    [InlineData("73282932000074", null)]
    [InlineData("73282932000075", "SIRET_CHECKSUM")]
    [InlineData("35600000000048", null)]
    [InlineData("35600000049837", null)]
    [InlineData("35600000049838", "SIRET_CHECKSUM")]
    [InlineData("7328293200007", "INVALID_SIRET")]
    [InlineData("732 829 320 00074", "INVALID_SIRET")]
    [InlineData("٧٣٢٨٢٩٣٢٠٠٠٠٧٤", "INVALID_SIRET")]
    public void A_siret_has_fourteen_digits_and_a_right_key_with_La_Poste_s_exception(string siret, string? reason) =>
        Assert.Equal(reason, ContentRules.Of(Given.Institution with { Siret = siret }).SingleOrDefault()?.Reason);

    [Theory]
    [InlineData(48.11, -1.67, null)]
    [InlineData(-21.1, 55.5, null)]
    [InlineData(4.93, -52.3, null)]
    [InlineData(-12.8, 45.15, null)]
    [InlineData(-17.5, -149.5, null)]
    [InlineData(46.78, -56.17, null)]
    [InlineData(-1.67, 48.11, "COORDINATES_SWAPPED")]
    [InlineData(-149.5, -17.5, "COORDINATES_SWAPPED")]
    [InlineData(0, 0, "OUTSIDE_FRANCE")]
    [InlineData(52.5, 13.4, "OUTSIDE_FRANCE")]
    [InlineData(4811, -167, "COORDINATES_OUT_OF_RANGE")]
    [InlineData(double.NaN, 2, "COORDINATES_OUT_OF_RANGE")]
    public void A_point_is_in_France_overseas_included(double latitude, double longitude, string? reason) =>
        Assert.Equal(reason, ContentRules.Of(Given.Structure with { Address = Given.Structure.Address with { Point = new GeoPoint(latitude, longitude) } }).SingleOrDefault()?.Reason);

    [Theory]
    [InlineData("02 61 91 00 12", true)]
    [InlineData("0261910012", true)]
    [InlineData("+33 2 61 91 00 12", true)]
    [InlineData("+33 (0)2 61 91 00 12", true)]
    [InlineData("+590590123456", true)]
    [InlineData("02.61.91.00.12", true)]
    [InlineData("3949", true)]
    [InlineData("115", true)]
    [InlineData("00 61 91 00 12", false)]
    [InlineData("02 61 91 00", false)]
    [InlineData("+33 2 61 91 00", false)]
    [InlineData("appeler le matin", false)]
    [InlineData("", false)]
    public void A_phone_has_ten_digits_or_is_international_or_short(string phone, bool accepted) =>
        Assert.Equal(accepted, ContentRules.Of(Given.Service with { Phone = phone }).Count == 0);

    [Theory]
    [InlineData("accueil@ccas-rennes.exemple.fr", true)]
    [InlineData("accueil+droits@exemple.fr", true)]
    [InlineData("accueil@exemple", false)]
    [InlineData("accueil exemple.fr", false)]
    [InlineData("a@b.fr, c@d.fr", false)]
    [InlineData("accueil@exemple.fr\n", false)]
    public void An_email_looks_like_one(string email, bool accepted) =>
        Assert.Equal(accepted, ContentRules.Of(Given.Service with { Email = email }).Count == 0);

    [Theory]
    [InlineData("https://www.rennes.exemple.fr/ccas", true)]
    [InlineData("http://exemple.fr", true)]
    [InlineData("www.exemple.fr", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("ftp://exemple.fr", false)]
    [InlineData("https://localhost", false)]
    public void A_link_is_a_web_address(string url, bool accepted) =>
        Assert.Equal(accepted, ContentRules.Of(Given.Structure with { Website = url, AccessibilityUrl = url }).Count == 0);

    [Theory]
    [InlineData("35238", true)]
    [InlineData("2A004", true)]
    [InlineData("97411", true)]
    [InlineData("35", true)]
    [InlineData("2B", true)]
    [InlineData("974", true)]
    [InlineData("243500139", true)]
    [InlineData("france", true)]
    [InlineData("99100", true)]
    [InlineData("France", false)]
    [InlineData("350", false)]
    [InlineData("3523", false)]
    [InlineData("2C", false)]
    public void A_zone_has_the_form_of_an_official_code(string code, bool accepted) =>
        Assert.Equal(accepted, ContentRules.Of(Given.Service with { EligibilityZones = [code] }).Count == 0);

    [Theory]
    [InlineData("dora--1234", true)]
    [InlineData("a1", true)]
    [InlineData("soliguide--12%2F3", true)]
    [InlineData("a", false)]
    [InlineData("-a1", true)]
    [InlineData("a/1", true)]
    [InlineData("café", true)]
    [InlineData("a b", false)]
    [InlineData("a\n1", false)]
    public void An_id_survives_in_a_resource_name(string id, bool accepted) =>
        Assert.Equal(accepted, ContentRules.Of(Given.Institution with { Id = id }).Count == 0);

    [Fact]
    public void A_code_given_twice_is_named_at_its_second_place()
    {
        var violation = Assert.Single(ContentRules.Of(Given.Service with { Publics = ["jeunes", "seniors", "jeunes"] }));

        Assert.Equal(("publics[2]", "REPEATED_VALUE"), (violation.Field, violation.Reason));
    }

    [Fact]
    public void A_social_security_number_in_a_description_is_refused() =>
        Assert.Equal("CONTAINS_NIR", Assert.Single(ContentRules.Of(Given.Service with { Description = "Dossier de 2 69 05 49 588 157 80, à voir." })).Reason);

    [Theory]
    [InlineData(0d, null)]
    [InlineData(20.5, null)]
    [InlineData(-1d, "OUT_OF_RANGE")]
    [InlineData(169d, "OUT_OF_RANGE")]
    [InlineData(double.NaN, "OUT_OF_RANGE")]
    public void Weekly_hours_fit_in_a_week(double hours, string? reason) =>
        Assert.Equal(reason, ContentRules.Of(Given.Service with { WeeklyHours = hours }).SingleOrDefault()?.Reason);
}
