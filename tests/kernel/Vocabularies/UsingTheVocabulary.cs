using Reseau.Kernel.Vocabularies;

namespace Reseau.Kernel.Tests.Vocabularies;

public sealed class UsingTheVocabulary
{
    [Fact]
    public void The_sizes_are_those_of_the_national_schema() =>
        Assert.Equal(
            (69, 14, 6, 2, 2, 4, 2, 108, 96),
            (Vocabulary.Themes.Count, Vocabulary.Publics.Count, Vocabulary.ServiceTypes.Count, Vocabulary.Fees.Count, Vocabulary.ReceptionModes.Count,
                Vocabulary.MobilisationModes.Count, Vocabulary.MobilisableBy.Count, Vocabulary.Networks.Count, Vocabulary.Typologies.Count));

    [Fact]
    public void A_theme_has_a_family_and_a_label_with_its_accents()
    {
        var theme = Vocabulary.Themes.Find("difficultes-administratives-ou-juridiques--accompagnement-aux-demarches-administratives")!;

        Assert.Equal("Accompagnement aux démarches administratives", theme.Label);
        Assert.Equal("Difficultés administratives ou juridiques", Vocabulary.ThemeFamilies.LabelOf(theme.Family));
    }

    [Fact]
    public void Every_theme_belongs_to_a_known_family_which_begins_its_code() =>
        Assert.All(Vocabulary.Themes, theme =>
        {
            Assert.True(Vocabulary.ThemeFamilies.IsKnown(theme.Family));
            Assert.StartsWith($"{theme.Family}--", theme.Code, StringComparison.Ordinal);
        });

    [Fact]
    public void Every_family_has_themes() =>
        Assert.All(Vocabulary.ThemeFamilies, family => Assert.Contains(Vocabulary.Themes, theme => theme.Family == family.Code));

    [Fact]
    public void An_unknown_code_is_its_own_label_and_has_no_position()
    {
        Assert.False(Vocabulary.Themes.IsKnown("numerique--inconnu"));
        Assert.False(Vocabulary.Themes.IsKnown(null));
        Assert.Equal("numerique--inconnu", Vocabulary.Themes.LabelOf("numerique--inconnu"));
        Assert.Equal(-1, Vocabulary.Themes.PositionOf("numerique--inconnu"));
    }

    [Fact]
    public void Codes_are_compared_as_they_are_written() => Assert.False(Vocabulary.Typologies.IsKnown("ccas"));
}
