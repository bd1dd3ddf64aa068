using Reseau.Referrals.Domain;
using static Reseau.Referrals.Domain.ReferralAction;
using static Reseau.Referrals.Domain.Side;
using static Reseau.Referrals.Tests.Domain.ReferralHistories;

namespace Reseau.Referrals.Tests.Domain;

public sealed class RemarkingOnAReferral
{
    [Fact]
    public void A_note_moves_nothing()
    {
        var accepted = Submitted().After((Recipient, Accept));

        var noted = Apply(accepted, Move(Sender, Note) with { Now = Monday.AddDays(1) });

        Assert.Equal(accepted with { Version = 3, SharedVersion = 3 }, noted);
    }

    [Fact]
    public void An_internal_note_keeps_the_version_that_both_sides_know()
    {
        var noted = Apply(Submitted(), Move(Recipient, Note) with { Visibility = Visibility.Internal });
        Assert.Equal((2, 1), (noted.Version, noted.SharedVersion));

        var accepted = noted.After((Recipient, Accept));
        Assert.Equal((3, 3), (accepted.Version, accepted.SharedVersion));
    }

    [Theory]
    [InlineData(Sender)]
    [InlineData(Recipient)]
    public void An_internal_note_is_for_its_side_alone(Side author)
    {
        var noted = ReferralDecider.Move(Submitted(), Move(author, Note) with { Visibility = Visibility.Internal }).Events.Single();

        Assert.All(Enum.GetValues<Side>(), reader => Assert.Equal(reader == author, ReferralRemark.IsVisibleTo(reader, noted)));
    }

    [Fact]
    public void A_correction_says_the_outcome_again_and_the_referral_stays_closed()
    {
        var closed = Submitted().After((Recipient, Accept), (Recipient, Complete));

        var corrected = Apply(closed, Move(Sender, Correct) with { Outcome = Outcome.PartlyServed });

        Assert.Equal((ReferralState.Completed, Outcome.PartlyServed, Autonomy.WithThePerson), (corrected.State, corrected.Outcome, corrected.Autonomy));
        Assert.Equal(closed.ChangedAt, corrected.ChangedAt);
    }

    [Fact]
    public void A_correction_says_the_reasons_of_a_refusal_again()
    {
        var declined = Submitted().After((Recipient, Decline));

        Assert.Equal(["hors-territoire"], Apply(declined, Move(Recipient, Correct) with { Reasons = ["hors-territoire"] }).DeclineReasons);
        Assert.Equal(declined.DeclineReasons, Apply(declined, Move(Recipient, Correct)).DeclineReasons);
    }

    [Fact]
    public void What_was_never_recorded_cannot_be_corrected()
    {
        var declined = Submitted().After((Recipient, Decline));
        var completed = Submitted().After((Recipient, Accept), (Recipient, Complete));

        Assert.Equal("CORRECTION_DOES_NOT_FIT", ReferralDecider.Move(declined, Move(Recipient, Correct) with { Outcome = Outcome.Served }).Refusal?.Reason);
        Assert.Equal("CORRECTION_DOES_NOT_FIT", ReferralDecider.Move(completed, Move(Recipient, Correct) with { Reasons = ["hors-territoire"] }).Refusal?.Reason);
    }
}
