namespace Reseau.Kernel.Tests;

public sealed class WithholdingSmallCounts
{
    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public void One_to_four_persons_are_few(int count, bool small) => Assert.Equal(small, Suppression.IsSmall(count));

    [Theory]
    // Nothing small, nothing missing.
    [InlineData("9 6 0 12", "9 6 0 12")]
    // Alone it would be the whole less the others: the next smallest goes with it, and never one of nobody.
    [InlineData("9 6 2", "9 . .")]
    [InlineData("9 6 2 0", "9 . . 0")]
    // Two that are missing hide each other, unless together they are few.
    [InlineData("9 4 2", "9 . .")]
    [InlineData("9 6 1 2", "9 . . .")]
    [InlineData("9 6 1 4", "9 6 . .")]
    // Nothing is left to hide behind: the whole is as small, and is withheld by whoever tells it.
    [InlineData("3 0 0", ". 0 0")]
    [InlineData("", "")]
    public void What_is_small_is_withheld_with_what_would_give_it_away(string parts, string told) => Assert.Equal(told, Told(Numbers(parts), already: null));

    [Fact]
    public void What_is_withheld_for_another_reason_hides_the_small_ones_and_is_hidden_itself()
    {
        Assert.Equal("20 . .", Told([20, 7, 2], [false, true, false]));
        Assert.Equal(". . .", Told([20, 0, 2], [false, true, false]));
        Assert.Equal("20 . .", Told([20, 7, 0], [false, false, true]));
        Assert.Equal("20 7 . .", Told([20, 7, 0, 0], [false, false, true, true]));
    }

    [Fact]
    public void Whatever_the_counts_no_small_one_follows_from_the_others()
    {
        var random = new Random(20261122);
        for (var round = 0; round < 20_000; round++)
        {
            int[] parts = [.. Enumerable.Range(0, random.Next(1, 8)).Select(_ => random.Next(4) == 0 ? 0 : random.Next(12))];
            var withheld = Suppression.Withheld(parts);
            int[] missing = [.. parts.Where((_, part) => withheld[part])];

            Assert.All(parts.Where((_, part) => !withheld[part]), told => Assert.False(Suppression.IsSmall(told)));
            Assert.DoesNotContain(0, missing);
            if (missing.Length == 0) continue;
            // What is missing is the whole less what is told: it must not be one part, nor few persons, unless all of them are missing.
            Assert.True((missing.Length > 1 && missing.Sum() >= Suppression.Smallest) || parts.Where((_, part) => !withheld[part]).All(told => told == 0), string.Join(' ', parts));
        }
    }

    private static int[] Numbers(string parts) => [.. parts.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part => int.Parse(part, System.Globalization.CultureInfo.InvariantCulture))];

    private static string Told(int[] parts, bool[]? already)
    {
        var withheld = Suppression.Withheld(parts, already);
        return string.Join(' ', parts.Select((part, i) => withheld[i] ? "." : $"{part}"));
    }
}
