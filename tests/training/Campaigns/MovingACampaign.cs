using Reseau.Kernel;
using Reseau.Kernel.Calendar;
using Reseau.Training.Domain.Campaigns;
using Reseau.Training.Domain.Professionals;

namespace Reseau.Training.Tests.Campaigns;

/// <summary>Decisions about a campaign, and what an answer to it must be, without a database.</summary>
public sealed class MovingACampaign
{
    private const string Name = "campaigns/one";
    private static readonly DateOnly Start = new(2026, 11, 23);
    private static readonly DateOnly End = new(2026, 12, 6);
    private static readonly HashSet<string> Skills = new(StringComparer.Ordinal) { "skills/culture" };

    private static readonly Question Level = new("niveau", "Votre niveau ?", QuestionKind.Level) { Skill = "skills/culture", Required = true };
    private static readonly Question OneOf = new("format", "Comment ?", QuestionKind.OneOf) { Options = ["Sur place", "À distance", "Entre pairs"] };
    private static readonly Question SeveralOf = new("freins", "Pourquoi ?", QuestionKind.SeveralOf) { Options = ["Temps", "Distance"], Required = true };
    private static readonly Question Words = new("aide", "Quoi d'autre ?", QuestionKind.Text) { Functions = [Function.Librarian] };

    private static readonly CampaignContent Content = new() { Title = "Besoins", Start = Start, End = End, Questions = [Level, OneOf, SeveralOf, Words] };

    [Theory]
    [InlineData(CampaignState.Draft, "", "", "CAMPAIGN_NOT_OPEN", "")]
    [InlineData(CampaignState.Open, "CAMPAIGN_OPENED", "", "", "CAMPAIGN_OPENED")]
    [InlineData(CampaignState.Closed, "CAMPAIGN_CLOSED", "CAMPAIGN_CLOSED", "", "CAMPAIGN_CLOSED")]
    [InlineData(CampaignState.Discarded, "CAMPAIGN_DISCARDED", "CAMPAIGN_DISCARDED", "CAMPAIGN_NOT_OPEN", "")]
    public void A_campaign_changes_or_is_thrown_away_while_it_is_written_and_ends_once_it_was_opened(CampaignState state, string update, string open, string close, string discard)
    {
        var campaign = In(state);

        Assert.Equal((update, open, close, discard), (
            Reason(CampaignDecider.Update(campaign, Content with { Title = "Autre" }, Skills, Start)), Reason(CampaignDecider.Open(campaign, Start)), Reason(CampaignDecider.Close(campaign, 3)),
            Reason(CampaignDecider.Discard(campaign))));
        Assert.Equal(state is CampaignState.Open or CampaignState.Closed, campaign.Shown);
    }

    [Fact]
    public void What_is_asked_for_twice_happens_once()
    {
        Assert.Empty(CampaignDecider.Update(In(CampaignState.Open), Content, Skills, Start).EventsOrThrow());
        Assert.Empty(CampaignDecider.Open(In(CampaignState.Open), Start).EventsOrThrow());
        Assert.Empty(CampaignDecider.Close(In(CampaignState.Closed), 9).EventsOrThrow());
        Assert.Equal(new CampaignDiscarded(), Assert.Single(CampaignDecider.Discard(In(CampaignState.Draft)).EventsOrThrow()));
        Assert.Empty(CampaignDecider.Discard(In(CampaignState.Discarded)).EventsOrThrow());
    }

    [Fact]
    public void Of_a_campaign_that_was_opened_the_last_day_is_moved_and_nothing_else()
    {
        var moved = Assert.IsType<CampaignExtended>(Assert.Single(CampaignDecider.Update(In(CampaignState.Open), Content with { End = End.AddDays(7) }, Skills, End).EventsOrThrow()));

        Assert.Equal(End.AddDays(7), moved.End);
        Assert.Equal("CAMPAIGN_OVER", Reason(CampaignDecider.Update(In(CampaignState.Open), Content with { End = Start }, Skills, End)));
        Assert.Equal("CAMPAIGN_OPENED", Reason(CampaignDecider.Update(In(CampaignState.Open), Content with { End = End.AddDays(7), Anonymous = true }, Skills, End)));
        Assert.Equal("CAMPAIGN_OPENED", Reason(CampaignDecider.Update(In(CampaignState.Open), Content with { Questions = [Level] }, Skills, End)));
    }

    [Fact]
    public void Without_a_question_or_with_its_last_day_past_it_is_not_opened()
    {
        var draft = In(CampaignState.Draft);

        Assert.Equal("CAMPAIGN_WITHOUT_QUESTION", Reason(CampaignDecider.Open(draft with { Content = Content with { Questions = [] } }, Start)));
        Assert.Equal("CAMPAIGN_OVER", Reason(CampaignDecider.Open(draft, End.AddDays(1))));
        Assert.Equal("", Reason(CampaignDecider.Open(draft, End)));
    }

    [Fact]
    public void The_skills_that_it_asks_about_exist()
    {
        var unknown = Content with { Questions = [Level with { Skill = "skills/autre" }] };

        Assert.Equal("SKILL_NOT_FOUND", Reason(CampaignDecider.Draft(new("ccas-rennes", Network: false, unknown), Skills)));
        Assert.Equal("SKILL_NOT_FOUND", Reason(CampaignDecider.Update(In(CampaignState.Draft), unknown, Skills, Start)));
    }

    [Fact]
    public void Time_ends_it_after_its_last_day_and_not_in_it()
    {
        var open = In(CampaignState.Open);
        var midnight = FrenchDay.StartOf(End.AddDays(1));

        Assert.Equal(midnight, CampaignDecider.DueAt(open));
        Assert.Empty(CampaignDecider.Ring(open, 4, midnight.AddSeconds(-1)).EventsOrThrow());
        Assert.Equal(new CampaignClosed(4), Assert.Single(CampaignDecider.Ring(open, 4, midnight).EventsOrThrow()));
        Assert.Null(CampaignDecider.DueAt(In(CampaignState.Draft)));
        Assert.Empty(CampaignDecider.Ring(In(CampaignState.Closed), 4, midnight).EventsOrThrow());
    }

    [Theory]
    [InlineData(CampaignState.Open, 0, Function.Librarian, "")]
    [InlineData(CampaignState.Open, 13, Function.Librarian, "")]
    [InlineData(CampaignState.Open, -1, Function.Librarian, "CAMPAIGN_NOT_OPEN")]
    [InlineData(CampaignState.Open, 14, Function.Librarian, "CAMPAIGN_NOT_OPEN")]
    [InlineData(CampaignState.Closed, 0, Function.Librarian, "CAMPAIGN_NOT_OPEN")]
    [InlineData(CampaignState.Draft, 0, Function.Librarian, "CAMPAIGN_NOT_OPEN")]
    [InlineData(CampaignState.Discarded, 0, Function.Librarian, "CAMPAIGN_NOT_OPEN")]
    [InlineData(CampaignState.Open, 0, Function.CaseOfficer, "CAMPAIGN_NOT_FOR_FUNCTION")]
    public void It_is_answered_on_its_days_by_those_whom_it_asks(CampaignState state, int day, Function function, string reason)
    {
        var campaign = In(state);
        campaign = campaign with { Content = campaign.Content with { Functions = [Function.Librarian] } };

        Assert.Equal(reason, CampaignDecider.MayAnswer(campaign, function, Start.AddDays(day))?.Reason ?? "");
    }

    public static TheoryData<string, GivenAnswer[], string[]> Sheets => new()
    {
        { "everything is answered", [new("niveau", [0], ""), new("format", [2], ""), new("freins", [0, 1], "")], [] },
        { "none of several is an answer, and what is not required may be left", [new("niveau", [3], ""), new("freins", [], "")], [] },
        { "what was left empty is not answered", [new("niveau", [], ""), new("format", [], "")], ["-1 niveau Missing", "-1 freins Missing"] },
        { "a level beyond the last", [new("niveau", [4], ""), new("freins", [], "")], ["0 niveau NotAChoice"] },
        { "a level below the first", [new("niveau", [-1], ""), new("freins", [], "")], ["0 niveau NotAChoice"] },
        { "two of one", [new("niveau", [1], ""), new("format", [0, 1], ""), new("freins", [], "")], ["1 format NotAChoice"] },
        { "one twice", [new("niveau", [1], ""), new("freins", [1, 1], "")], ["1 freins NotAChoice"] },
        { "words where one chooses", [new("niveau", [1], "bien"), new("freins", [], "")], ["0 niveau NotWords"] },
        { "a question that does not exist", [new("niveau", [1], ""), new("freins", [], ""), new("autre", [0], "")], ["2 autre NotAsked"] },
        { "a question for another function", [new("niveau", [1], ""), new("freins", [], ""), new("aide", [], "Du temps")], ["2 aide NotAsked"] },
    };

    [Theory, MemberData(nameof(Sheets))]
    public void An_answer_is_held_against_what_was_asked(string what, GivenAnswer[] given, string[] problems) =>
        Assert.Equal((what, string.Join("; ", problems)),
            (what, string.Join("; ", AnswerSheet.Check(In(CampaignState.Open).QuestionsFor(Function.CaseOfficer), given).Select(problem => $"{problem.Place} {problem.Question} {problem.Fault}"))));

    [Fact]
    public void Words_are_chosen_from_nothing() => Assert.Equal(
        [new AnswerProblem(0, "aide", AnswerFault.NotAChoice)], AnswerSheet.Check([Words], [new("aide", [0], "Du temps")]));

    private static Campaign In(CampaignState state)
    {
        CampaignEvent[] events = state switch
        {
            CampaignState.Draft => [],
            CampaignState.Open => [new CampaignOpened()],
            CampaignState.Discarded => [new CampaignDiscarded()],
            _ => [new CampaignOpened(), new CampaignClosed(9)],
        };
        return events.Prepend(new CampaignDrafted("ccas-rennes", Network: false, Content))
            .Aggregate((Campaign?)null, (campaign, happened) => Campaign.Evolve(campaign, Name, (campaign?.Version ?? 0) + 1, FrenchDay.StartOf(Start), happened))!;
    }

    private static string Reason(Decision<CampaignEvent> decision) => decision.Refusal?.Reason ?? "";
}
