using Reseau.Kernel.Vocabularies;

namespace Reseau.Partners.Tests.Search;

public sealed class IndexingTheVocabulary
{
    [Fact]
    public void Themes_fit_in_the_index_s_set_and_everyone_is_its_first_public()
    {
        Assert.InRange(Vocabulary.Themes.Count, 1, 128);
        Assert.InRange(Vocabulary.Publics.Count, 1, 31);
        Assert.Equal(0, Vocabulary.Publics.PositionOf(Vocabulary.Everyone));
    }
}
