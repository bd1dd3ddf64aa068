using FsCheck;
using FsCheck.Fluent;
using Reseau.Conventions.Documents;
using static Reseau.Conventions.Documents.TextChange;

namespace Reseau.Conventions.Tests.Documents;

public sealed class ComparingTexts
{
    // Texts that have something in common, which letters at random never have.
    private static readonly Gen<string> Words = from count in Gen.Choose(0, 40)
                                                from words in Gen.Elements("la", "commune", "accueille", "le", "lundi", "12", "été", "👍", ",", ".", " ", " ", "  ", "\n", "\n\n", "**", "|", "l’").ListOf(count)
                                                select string.Concat(words);

    private static readonly Arbitrary<string> AnyText = Gen.OneOf(Words, ArbMap.Default.GeneratorFor<string>().Select(text => text ?? "")).ToArbitrary();

    [Fact]
    public void Without_what_was_deleted_it_is_the_version_after_and_without_what_was_inserted_the_one_before() => Prop.ForAll(AnyText, AnyText, (before, after) =>
    {
        var pieces = TextComparison.Compare(before, after);
        return string.Concat(pieces.Where(piece => piece.Change != Deleted).Select(piece => piece.Text)) == after
            && string.Concat(pieces.Where(piece => piece.Change != Inserted).Select(piece => piece.Text)) == before
            && pieces.All(piece => piece.Text.Length > 0);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    [Fact]
    public void A_text_that_did_not_change_is_kept_as_a_whole() => Prop.ForAll(AnyText, text =>
        TextComparison.Compare(text, text) is var pieces && (text.Length == 0 ? pieces.Count == 0 : pieces is [{ Change: Kept } only] && only.Text == text)).QuickCheckThrowOnFailure();

    [Fact]
    public void Words_are_kept_whole() => Assert.Equal(
        [new(Kept, "La commune accueille le "), new(Deleted, "lundi"), new(Inserted, "mardi"), new(Kept, " matin.")],
        TextComparison.Compare("La commune accueille le lundi matin.", "La commune accueille le mardi matin."));

    [Fact]
    public void An_accent_is_a_change() => Assert.Equal(
        [new(Kept, "la "), new(Deleted, "cote"), new(Inserted, "côte")],
        TextComparison.Compare("la cote", "la côte"));

    [Fact]
    public void A_text_of_three_hundred_pages_is_compared_by_lines_in_seconds()
    {
        var lines = Enumerable.Range(0, 9_000).Select(line => $"Ligne {line} de la convention, avec quelques mots de plus.\n").ToList();
        var before = string.Concat(lines);
        lines[4_500] = "Une autre ligne.\n";

        var pieces = TextComparison.Compare(before, string.Concat(lines));

        Assert.Equal([Kept, Deleted, Inserted, Kept], pieces.Select(piece => piece.Change));
        Assert.Equal("Une autre ligne.\n", pieces[2].Text);
    }

    [Fact]
    public void Texts_too_long_to_compare_are_shown_one_after_the_other()
    {
        var (before, after) = (string.Concat(Enumerable.Repeat("a\n", 20_000)), string.Concat(Enumerable.Repeat("b\n", 20_000)));

        Assert.Equal([new(Deleted, before), new(Inserted, after)], TextComparison.Compare(before, after));
    }
}
