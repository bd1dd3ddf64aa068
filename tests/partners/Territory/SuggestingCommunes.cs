using Reseau.Partners.Territory;

namespace Reseau.Partners.Tests.Territory;

public sealed class SuggestingCommunes
{
    [Theory]
    [InlineData("renn", "Rennes")]
    [InlineData("RENNES", "Rennes")]
    [InlineData("l'haÿ", "L'Haÿ-les-Roses")]
    [InlineData("l hay les", "L'Haÿ-les-Roses")]
    [InlineData("st etienne", "Saint-Étienne")]
    [InlineData("Saint-Étienne", "Saint-Étienne")]
    [InlineData("ste foy les lyon", "Sainte-Foy-lès-Lyon")]
    [InlineData("mans", "Le Mans")]
    [InlineData("noyal chatillon", "Noyal-Châtillon-sur-Seiche")]
    [InlineData("35000", "Rennes")]
    [InlineData("35238", "Rennes")]
    [InlineData("2a004", "Ajaccio")]
    [InlineData("35 le rheu", "Le Rheu")]
    [InlineData("landern", "Landerneau")]
    public void What_a_person_types_brings_the_commune_first(string typed, string expected) =>
        Assert.Equal(expected, France.Shared.SuggestCommunes(typed, 8)[0].Name);

    [Fact]
    public void A_whole_name_comes_before_a_larger_town_that_only_begins_so()
    {
        var names = France.Shared.SuggestCommunes("lys", 20).Select(commune => commune.Name).ToList();

        Assert.True(names.Count > 1);
        Assert.StartsWith("Lys", names[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Among_equal_matches_the_most_populated_comes_first()
    {
        var found = France.Shared.SuggestCommunes("saint-denis", 5).Where(commune => commune.Name == "Saint-Denis").ToList();

        Assert.Equal(found.OrderByDescending(commune => commune.Population), found);
    }

    [Fact]
    public void A_later_word_of_the_name_is_enough() =>
        Assert.Contains(France.Shared.SuggestCommunes("sarthe", 20), commune => commune.Name == "Noyen-sur-Sarthe");

    [Fact]
    public void A_commune_is_suggested_once()
    {
        var found = France.Shared.SuggestCommunes("saint", 200);

        Assert.Equal(200, found.Count);
        Assert.Equal(200, found.Distinct().Count());
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("zzzz")]
    [InlineData("-'-")]
    [InlineData("99999")]
    public void Nothing_sensible_typed_gives_no_suggestion(string typed) => Assert.Empty(France.Shared.SuggestCommunes(typed, 8));

    [Fact]
    public void No_room_gives_no_suggestion() => Assert.Empty(France.Shared.SuggestCommunes("rennes", 0));
}
