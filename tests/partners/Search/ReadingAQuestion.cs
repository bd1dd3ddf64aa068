using Reseau.Partners.Domain;
using Reseau.Partners.Search;
using static Reseau.Partners.Tests.Search.Directory;

namespace Reseau.Partners.Tests.Search;

public sealed class ReadingAQuestion
{
    [Theory]
    [InlineData("surendetement", "surendettement")]
    [InlineData("alimantation", "alimentation")]
    [InlineData("lgoement", "logement")]
    [InlineData("olgement", "logement")]
    public void A_word_nothing_contains_is_read_as_the_closest_one(string typed, string meant)
    {
        var directory = new Directory().With(Service("a") with { Name = meant }, Service("b") with { Name = "Autre chose" });

        var result = directory.Search(new() { Text = typed });

        Assert.Equal(["a"], result.Hits.Select(hit => hit.ServiceId));
        Assert.Equal((typed, FrenchText.Stem(meant)), (Assert.Single(result.Corrections).Typed, result.Corrections[0].Read));
    }

    [Fact]
    public void Among_words_as_close_the_most_frequent_one_is_meant()
    {
        var directory = new Directory().With(Service("a") with { Name = "Parent" }, Service("b") with { Name = "Pareil" }, Service("c") with { Name = "Pareil" });

        Assert.Equal(["b", "c"], directory.Ids(new() { Text = "pareit" }));
    }

    [Theory]
    [InlineData("CAF", "CAP")]
    [InlineData("loyers", "foyers")]
    [InlineData("2024", "2025")]
    [InlineData("bruit", "fruit")]
    public void A_short_word_a_number_a_known_word_and_another_first_letter_are_left_alone(string typed, string other) =>
        Assert.Empty(new Directory().With(Service("a") with { Name = other }, Service("b") with { Name = "Loyers" }).Search(new() { Text = typed }).Corrections);

    [Fact]
    public void A_word_that_only_an_archived_service_had_no_longer_exists()
    {
        var directory = new Directory().With(Service("a") with { Name = "Jardinage" }, Service("b") with { Name = "Jardinier" });
        directory.Index.Apply([new ServiceArchived("b")]);

        Assert.Equal("jardinier", Assert.Single(directory.Search(new() { Text = "jardinier" }).Corrections).Typed);
    }

    [Theory]
    [InlineData("permanence à Landerneau", "29103")]
    [InlineData("permanence a landerneau", "29103")]
    [InlineData("permanence près de Rennes", "35238")]
    [InlineData("permanence au Mans", "72181")]
    [InlineData("permanence Bruz", "35047")]
    [InlineData("habite Cesson-Sévigné, permanence", "35051")]
    [InlineData("permanence qui a du sens", null)]
    [InlineData("permanence landerneau", null)]
    [InlineData("Permanence", null)]
    public void A_commune_named_is_the_place_and_no_word(string text, string? commune)
    {
        var directory = new Directory().With(Service("a", LeMans), Service("b", Landerneau));

        var result = directory.Search(new() { Text = text });

        Assert.Equal(commune, result.CommuneInText);
        if (commune is not null) Assert.Equal(2, result.Total);
    }

    [Fact]
    public void The_commune_of_the_question_wins_and_the_one_in_its_text_is_a_word()
    {
        var directory = new Directory().With(Service("a", Bruz), Service("b", Landerneau));

        Assert.Equal(["b"], directory.Ids(new() { Text = "permanence à Landerneau", CommuneInsee = Bruz }));
        Assert.Equal(2, directory.Search(new() { Text = "permanence à Bruz", CommuneInsee = Bruz }).Total);
    }

    [Fact]
    public void Who_the_person_is_orders_and_leaves_nothing_out()
    {
        var directory = new Directory().With(Service("a") with { Name = "Budget" }, Service("b") with { Name = "Budget", Publics = ["seniors"] });

        Assert.Equal(["b", "a"], directory.Ids(new() { Text = "budget pour papi" }));
    }

    [Fact]
    public void A_question_of_ten_thousand_characters_is_answered()
    {
        var directory = new Directory().With(Service("a"));

        Assert.InRange(directory.Search(new() { Text = string.Concat(Enumerable.Repeat("permanance À Rennes ", 500)) }).Total, 0, 1);
    }
}
