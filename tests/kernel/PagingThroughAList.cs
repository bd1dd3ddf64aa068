using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Reseau.Kernel.Tests;

public sealed class PagingThroughAList
{
    [Fact]
    public void Any_page_size_visits_each_item_once() => Prop.ForAll<NonNull<string>[], PositiveInt>((texts, size) =>
    {
        (int Rank, string Text)[] list = [.. texts.Select((text, rank) => (rank, text.Get))];
        var visited = new List<string>();
        var token = "";
        do
        {
            var after = Paging.Read(token, "the list", parts: 2);
            var rest = list.Where(item => after is null || item.Rank > int.Parse(after[0], CultureInfo.InvariantCulture)).ToArray();
            var page = rest.Take(Paging.Size(size.Get)).ToArray();
            visited.AddRange(page.Select(item => item.Text));
            token = rest.Length > page.Length ? Paging.Token("the list", $"{page[^1].Rank}", page[^1].Text) : "";
        }
        while (token.Length > 0);
        return visited.SequenceEqual(list.Select(item => item.Text), StringComparer.Ordinal);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_token_gives_back_the_position_it_was_made_of() => Prop.ForAll<NonNull<string>, NonNull<string>>((first, second) =>
    {
        var (one, two) = (WellFormed(first.Get), WellFormed(second.Get));
        return Paging.Read(Paging.Token("question", one, two), "question", parts: 2)!.SequenceEqual([one, two], StringComparer.Ordinal);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_first_page_has_no_position() => Assert.Null(Paging.Read("", "question", parts: 1));

    [Fact]
    public void A_token_of_another_question_is_refused() => Refused(Paging.Token("the CAF's inbox", "7"), "the CCAS's inbox", 1);

    [Fact]
    public void A_token_with_another_number_of_parts_is_refused() => Refused(Paging.Token("question", "7"), "question", 2);

    [Theory]
    [InlineData("rien")]
    [InlineData("!!!")]
    [InlineData("bnVsbA")]
    [InlineData("W251bGwsbnVsbF0")]
    [InlineData("{\"a\":1}")]
    public void A_token_that_is_not_ours_is_refused(string token) => Refused(token, "question", 1);

    [Theory]
    [InlineData("")]
    [InlineData("sept")]
    [InlineData("-7")]
    [InlineData("99999999999999999999")]
    public void A_token_with_a_forged_position_is_refused(string forged)
    {
        var refused = Assert.Throws<RefusedException>(() => Paging.Read(Paging.Token("question", forged), "question", parts: 1, token => int.Parse(token[0], NumberStyles.None, CultureInfo.InvariantCulture)));
        Assert.Equal(CommonReasons.InvalidPageToken, refused.Refusal.Reason);
    }

    [Theory]
    [InlineData(0, 50)]
    [InlineData(-3, 50)]
    [InlineData(1, 1)]
    [InlineData(200, 200)]
    [InlineData(201, 200)]
    [InlineData(int.MaxValue, 200)]
    public void Nobody_reads_more_than_two_hundred_at_once(int asked, int size) => Assert.Equal(size, Paging.Size(asked));

    private static void Refused(string token, string question, int parts)
    {
        var refused = Assert.Throws<RefusedException>(() => Paging.Read(token, question, parts));
        Assert.Equal(CommonReasons.InvalidPageToken, refused.Refusal.Reason);
    }

    // Half a surrogate pair is no text; the wire formats replace it.
    private static string WellFormed(string text) => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
}
