using Reseau.Conventions.Domain;
using static Reseau.Conventions.Tests.Domain.Texts;

namespace Reseau.Conventions.Tests.Domain;

public sealed class LeavingTheNetwork
{
    private static readonly DateTimeOffset Later = Monday.AddDays(3);

    private static ConventionContent OfThree { get; } = Content with
    {
        Parties = [.. Content.Parties, new(Stranger, "Département", "le département", "Une autre", "directrice", "délibération 7")],
        ReferralTerms = [.. Content.ReferralTerms, new(Ccas, Stranger, "orientations")],
    };

    public static TheoryData<ConventionState, ConventionState> Fates { get; } = new()
    {
        { ConventionState.Proposed, ConventionState.Withdrawn },
        { ConventionState.PartiallySigned, ConventionState.Withdrawn },
        { ConventionState.Active, ConventionState.Terminated },
        { ConventionState.Expiring, ConventionState.Terminated },
        { ConventionState.Suspended, ConventionState.Terminated },
    };

    [Theory, MemberData(nameof(Fates))]
    public void Between_two_it_ends_with_either_and_says_who_left(ConventionState from, ConventionState to)
    {
        foreach (var party in (string[])[Ccas, Caf])
        {
            var ended = Left(In(from), party);

            Assert.Equal((to, party), (ended.State, ended.EndedBy));
            Assert.Empty(Deadlines.Of(ended, [new(party, Later)]));
        }
    }

    [Theory]
    [InlineData(ConventionState.Draft)]
    [InlineData(ConventionState.Expired)]
    [InlineData(ConventionState.Terminated)]
    [InlineData(ConventionState.Declined)]
    [InlineData(ConventionState.Withdrawn)]
    [InlineData(ConventionState.Superseded)]
    public void What_binds_nobody_stays_as_it_is(ConventionState state) =>
        Assert.Empty(TimerDecider.Ring(In(state), renewal: null, [new(Caf, Later)], Later).Events.OfType<ConventionPartyLeft>());

    [Fact]
    public void Who_is_no_party_ends_nothing() => Assert.Equal(ConventionState.Active, Left(Active(), "somebody-else").State);

    [Fact]
    public void Among_three_it_goes_on_between_the_others_until_one_is_left()
    {
        var three = After(After(After(Proposed(OfThree), SignatureOf(Ccas)), SignatureOf(Caf)), SignatureOf(Stranger));

        var two = Left(three, Caf);
        Assert.Equal((ConventionState.Active, ""), (two.State, two.EndedBy));
        Assert.Equal((false, true), (two.IsBound(Caf), two.IsBound(Stranger)));
        Assert.Empty(two.PossibleFor(Caf));
        Assert.Equal("PARTY_LEFT", ConventionDecider.Move(two, new(Caf, ConventionAction.Suspend, Later) { Said = "Non." }).Refusal?.Reason);
        // Its return revives nothing, and the same departure heard of again does nothing.
        Assert.Empty(TimerDecider.Ring(two, renewal: null, [new(Caf, Later)], Later).Events);

        Assert.Equal((ConventionState.Terminated, Ccas), (Left(two, Ccas).State, Left(two, Ccas).EndedBy));
        Assert.Equal(ConventionState.Terminated, Left(Left(three, Stranger), Caf).State);
    }

    [Fact]
    public void What_who_left_had_suspended_is_taken_up_again_by_whoever_is_left()
    {
        var three = After(After(After(Proposed(OfThree), SignatureOf(Ccas)), SignatureOf(Caf)), SignatureOf(Stranger));
        var suspended = Left(After(three, new MoveConvention(Caf, ConventionAction.Suspend, Monday) { Said = "Travaux." }), Caf);

        Assert.Equal((ConventionState.Suspended, "Travaux.", Caf), (suspended.State, suspended.Reason, suspended.SuspendedBy));
        Assert.Contains(ConventionAction.Resume, suspended.PossibleFor(Ccas));
        Assert.Equal(ConventionState.Active, After(suspended, new MoveConvention(Ccas, ConventionAction.Resume, Later)).State);
    }

    [Fact]
    public void Nobody_signs_or_proposes_with_who_has_left_and_the_refusal_names_them()
    {
        var named = ("institution", Codes.Institution(Caf));
        var sent = ConventionDecider.Move(Draft(), new(Ccas, ConventionAction.Propose, Monday) { DocumentSha256 = Hash, Departed = [Caf] }).Refusal!;
        var before = ConventionDecider.Sign(Proposed(), SignatureOf(Ccas) with { Departed = [Caf] }).Refusal!;
        var after = ConventionDecider.Sign(Left(Proposed(), Caf), SignatureOf(Ccas)).Refusal!;

        Assert.All([sent, before, after], refusal =>
        {
            Assert.Equal("PARTY_LEFT", refusal.Reason);
            Assert.Contains(named, refusal.Facts);
        });
    }

    [Fact]
    public void A_departure_is_due_at_once_before_anything_else()
    {
        var due = Deadlines.Next(Active(), [new(Caf, Later)]);

        Assert.Equal((TimerKind.Depart, Later), (due?.Kind, due?.DueAt));
    }

    private static Convention Left(Convention current, string institution) =>
        After(current, TimerDecider.Ring(current, renewal: null, [new(institution, Later)], current.ChangedAt > Later ? current.ChangedAt : Later).EventsOrThrow(), Later);
}
