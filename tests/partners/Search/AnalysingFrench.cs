using Reseau.Partners.Search;

namespace Reseau.Partners.Tests.Search;

public sealed class AnalysingFrench
{
    [Theory]
    [InlineData("Démarches administratives", "démarche administrative")]
    [InlineData("l'aide aux aînés", "aides aine")]
    [InlineData("Accompagnée", "accompagner")]
    [InlineData("journaux locaux", "journal local")]
    [InlineData("BUREAUX", "bureau")]
    [InlineData("œuvres", "oeuvre")]
    [InlineData("d’un logement", "logements")]
    [InlineData("C.A.F.", "CAF")]
    [InlineData("impôts", "impot")]
    [InlineData("numérique", "numeriques")]
    public void Two_ways_of_writing_meet(string one, string other) => Assert.Equal(Stems(one), Stems(other));

    [Theory]
    [InlineData("médiation", "médiathèque")]
    [InlineData("formation", "format")]
    [InlineData("port", "portage")]
    [InlineData("enfant", "enfance")]
    public void Words_the_field_keeps_apart_stay_apart(string one, string other) => Assert.NotEqual(Stems(one), Stems(other));

    [Theory]
    [InlineData("CCAS")]
    [InlineData("cdas")]
    [InlineData("ARCS")]
    public void An_acronym_keeps_its_last_letter(string acronym) => Assert.Equal([acronym.ToLowerInvariant()], Stems(acronym));

    [Theory]
    [InlineData("")]
    [InlineData("de la, pour les !")]
    [InlineData("l' d' qu'")]
    [InlineData("…")]
    public void Empty_words_choose_nothing(string text) => Assert.Empty(FrenchText.Words(text));

    [Fact]
    public void A_word_keeps_how_it_was_typed() =>
        Assert.Equal(["demarches", "impots"], FrenchText.Words("Démarches d'impôts").Select(word => word.Typed));

    [Fact]
    public void Numbers_are_words() => Assert.Equal(["16", "25"], Stems("de 16 à 25"));

    [Fact]
    public void What_people_say_has_synonyms_in_the_words_of_the_directories()
    {
        var meant = Synonyms.Of(FrenchText.Stem("impots"));

        Assert.Contains(meant, phrase => phrase.SequenceEqual(Stems("démarches administratives")));
        Assert.Empty(Synonyms.Of(FrenchText.Stem("girafe")));
    }

    private static IEnumerable<string> Stems(string text) => FrenchText.Words(text).Select(word => word.Stem);
}
