using Reseau.Kernel;
using Reseau.Training.Domain.Figures;
using Reseau.Training.Domain.Plans;

namespace Reseau.Training.Tests.Plans;

/// <summary>Who counts for a goal, what reaching it takes, and what may be told of it to whom.</summary>
public sealed class ReachingAGoal
{
    private const int Skill = 3;
    private const int Rule = 2;
    private static readonly DateOnly Today = new(2027, 3, 1);
    private static readonly CountedGroup Everybody = new(null, null, FunctionSet.All);

    [Theory]
    // 80 % of 7 are 6 persons, not 5.6; of 10, 8; all of 10, 10.
    [InlineData(7, 5, 80, false)]
    [InlineData(7, 6, 80, true)]
    [InlineData(10, 8, 80, true)]
    [InlineData(10, 9, 100, false)]
    [InlineData(10, 10, 100, true)]
    [InlineData(100, 1, 1, true)]
    [InlineData(0, 0, 80, false)]
    public void A_target_is_reached_by_whole_persons(int persons, int reached, int percent, bool expected) =>
        Assert.Equal(expected, GoalProgress.Of(Goal(percent), Own(persons, reached), Today).TargetReached);

    [Theory]
    [InlineData(0, 3, false)]
    [InlineData(-1, 3, true)]
    [InlineData(-1, 9, false)]
    public void A_goal_is_late_from_the_day_after_on_unless_it_is_reached(int days, int reached, bool late) =>
        Assert.Equal(late, GoalProgress.Of(Goal(80) with { Due = Today.AddDays(days) }, Own(10, reached), Today).Late);

    [Fact]
    public void Of_nobody_nothing_is_late() => Assert.False(GoalProgress.Of(Goal(80) with { Due = Today.AddDays(-9) }, Own(0, 0), Today).Late);

    [Theory]
    // Persons and reached of the group, then those of them who are of other institutions than the reader's.
    [InlineData(4, 4, 0, 0, "4/4 reached")]
    [InlineData(4, 4, 4, 4, "withheld")]
    [InlineData(24, 24, 4, 4, "withheld")]
    [InlineData(24, 20, 20, 16, "20/24 reached")]
    [InlineData(24, 22, 20, 3, "withheld reached")]
    [InlineData(24, 4, 20, 0, "4/24")]
    public void Counts_of_fewer_than_five_others_are_withheld(int persons, int reached, int others, int othersReached, string told)
    {
        var progress = GoalProgress.Of(Goal(80), new(new(persons, reached), new(others, othersReached), []), Today);

        Assert.Equal(told, $"{(progress.Suppressed ? "withheld" : $"{progress.Reached}/{progress.Persons}")}{(progress.TargetReached ? " reached" : "")}");
        if (progress.Suppressed) Assert.Equal((0, 0), (progress.Persons, progress.Reached));
    }

    [Fact]
    public void Where_each_site_has_to_reach_it_one_that_does_not_is_enough()
    {
        var goal = Goal(80) with { EachSite = true };
        var all = new GoalCounts(new(20, 19), default, [new(10, 10), new(10, 9)]);
        var one = new GoalCounts(new(20, 16), default, [new(10, 9), new(10, 7)]);

        Assert.Equal((true, 2, 2), GoalProgress.Of(goal, all, Today) is { } reached ? (reached.TargetReached, reached.SitesReached, reached.Sites) : default);
        Assert.Equal((false, 1, 2), GoalProgress.Of(goal, one, Today) is { } missed ? (missed.TargetReached, missed.SitesReached, missed.Sites) : default);
        Assert.True(GoalProgress.Of(Goal(80), one, Today) is { TargetReached: true, Sites: 0 });
        Assert.False(GoalProgress.Of(goal, Own(10, 10), Today).TargetReached);
    }

    [Fact]
    public void Those_count_who_are_there_on_its_day_or_today_if_that_comes_first()
    {
        var day = Today.DayNumber;
        CountedPerson[] persons = [Person(), Person() with { LastDay = day - 1 }, Person() with { FirstDay = day + 1 }, Person() with { LastDay = day - 20 }, Person() with { FirstDay = day - 5 }];

        Assert.Equal(2, Count(persons, due: day).All.Persons);
        Assert.Equal(2, Count(persons, due: day + 30).All.Persons);
        // Ten days ago one who has left since was there, and one who has come since was not.
        Assert.Equal(2, Count(persons, due: day - 10).All.Persons);
        Assert.Equal(3, Count(persons, due: day - 20).All.Persons);
    }

    [Theory]
    [InlineData(1, 1, true)]
    [InlineData(2, 1, false)]
    [InlineData(2, 3, true)]
    public void A_skill_counts_from_its_level_on_when_it_was_shown(int asked, int shown, bool reached)
    {
        CountedPerson[] persons = [Person() with { Skills = [new(Skill, Declared: 3, shown), new(Skill + 1, 3, 3)] }];

        Assert.Equal(reached ? 1 : 0, new GoalQuestion(Everybody, Today.DayNumber, Today.DayNumber) { Skill = Skill, Level = asked }.Count(persons).All.Reached);
    }

    [Theory]
    // Days before (-) and after today: of the goal, and the first and last of the habilitation.
    [InlineData(0, -100, 0, true)]
    [InlineData(0, -100, -1, false)]
    [InlineData(0, 1, 100, false)]
    [InlineData(30, -100, 0, true)]
    [InlineData(-30, -100, -30, true)]
    [InlineData(-30, -100, -31, false)]
    [InlineData(-30, -5, 100, true)]
    public void A_habilitation_counts_that_held_on_the_day_of_the_goal_or_was_given_since(int due, int first, int last, bool reached)
    {
        var day = Today.DayNumber;
        CountedPerson[] persons = [Person() with { Habilitations = [new(Rule, day + first, day + last)] }];

        Assert.Equal(reached ? 1 : 0, new GoalQuestion(Everybody, day + due, day) { Rule = Rule }.Count(persons).All.Reached);
    }

    [Fact]
    public void A_group_is_those_who_match_all_that_is_stated()
    {
        CountedPerson[] persons = [Person(1, 1, 7), Person(1, 2, 7), Person(2, 1, 8), Person(2, 1), Person(3, 3, 8, 9)];
        int Size(CountedGroup group) => new GoalQuestion(group, Today.DayNumber, Today.DayNumber).Count(persons).All.Persons;

        Assert.Equal(5, Size(Everybody));
        Assert.Equal(3, Size(Everybody with { Functions = FunctionSet.Of([1]) }));
        Assert.Equal(2, Size(Everybody with { Institutions = new HashSet<int> { 2 } }));
        Assert.Equal(4, Size(Everybody with { Sites = new HashSet<int> { 8, 7 } }));
        Assert.Equal(1, Size(new(new HashSet<int> { 2 }, new HashSet<int> { 8 }, FunctionSet.Of([1]))));
        // Somebody of an institution, or at a site, that nobody has ever heard of.
        Assert.Equal(0, Size(Everybody with { Institutions = new HashSet<int> { -1 } }));
    }

    [Fact]
    public void Each_site_counts_everybody_who_works_there_and_only_the_sites_of_the_group()
    {
        CountedPerson[] persons = [Person(1, 1, 7, 8) with { Skills = [new(Skill, 0, 1)] }, Person(1, 1, 7), Person(1, 1, 9), Person()];
        GoalCounts Count(CountedGroup group) => new GoalQuestion(group, Today.DayNumber, Today.DayNumber) { Skill = Skill, EachSite = true }.Count(persons);

        Assert.Equal([new(1, 0), new(1, 1), new(2, 1)], Count(Everybody).Sites.OrderBy(site => site.Persons).ThenBy(site => site.Reached));
        Assert.Equal([new(1, 1)], Count(Everybody with { Sites = new HashSet<int> { 8 } }).Sites);
        Assert.Equal(4, Count(Everybody).All.Persons);
    }

    [Fact]
    public void The_institution_that_asks_knows_its_own_people()
    {
        CountedPerson[] persons = [Person(1), Person(1) with { Skills = [new(Skill, 0, 2)] }, Person(2) with { Skills = [new(Skill, 0, 2)] }];
        var counts = new GoalQuestion(Everybody, Today.DayNumber, Today.DayNumber) { Skill = Skill, Own = 1 }.Count(persons);

        Assert.Equal((new(3, 2), new(1, 1)), (counts.All, counts.Others));
    }

    private static Goal Goal(int percent) => new("cle", "Un objectif", new("", ValueList<string>.Empty, [], []), percent, Today);

    private static GoalCounts Own(int persons, int reached) => new(new(persons, reached), default, []);

    private static GoalCounts Count(CountedPerson[] persons, int due) => new GoalQuestion(Everybody, due, Today.DayNumber).Count(persons);

    private static CountedPerson Person(int institution = 1, int function = 1, params int[] sites) => new(institution, function, 0, int.MaxValue) { Sites = sites };
}
