using Reseau.Conventions.Domain;
using static Reseau.Conventions.Tests.Domain.Texts;

namespace Reseau.Conventions.Tests.Domain;

public sealed class KeepingWhatIsPromised
{
    [Fact]
    public void It_is_ready_once_every_condition_is_evidenced_and_no_longer_when_one_is_taken_back()
    {
        var kept = After(Proposed(), Keep("bureau", kept: true));

        Assert.False(Proposed().IsReady);
        Assert.True(kept.IsReady);
        Assert.False(After(kept, Keep("bureau", kept: false)).IsReady);
    }

    [Fact]
    public void A_promise_is_kept_by_who_made_it()
    {
        Assert.Equal("NOT_YOUR_COMMITMENT", ConventionDecider.Move(Active(), Keep("affiche", kept: true)).Refusal?.Reason);
        Assert.Equal("COMMITMENT_NOT_FOUND", ConventionDecider.Move(Active(), Keep("autre", kept: true)).Refusal?.Reason);
    }

    [Fact]
    public void What_is_late_is_what_is_due_and_not_kept()
    {
        var (commitment, due) = (Content.Commitments[0], Content.Commitments[0].DueDate!.Value);

        Assert.False(Active().Progress.IsLate(commitment, due));
        Assert.True(Active().Progress.IsLate(commitment, due.AddDays(1)));
        Assert.False(After(Active(), Keep("bureau", kept: true)).Progress.IsLate(commitment, due.AddDays(1)));
    }

    [Fact]
    public void Steps_are_reached_in_their_order_and_after_the_first_only_when_ready()
    {
        var met = After(Active(), Reach("reunion"));

        Assert.Equal("STEP_NOT_NEXT", Refusal(Active(), Reach("test")));
        Assert.Equal("NOT_READY", Refusal(met, Reach("test")));
        Assert.Null(Refusal(After(met, Keep("bureau", kept: true)), Reach("test")));
        Assert.Empty(ConventionDecider.Move(met, Reach("reunion")).EventsOrThrow());
        Assert.Equal("STEP_NOT_NEXT", Refusal(met, Reach("reunion") with { Day = new(2026, 11, 1) }));
    }

    [Fact]
    public void No_more_is_paid_than_planned_and_the_last_word_counts()
    {
        var paid = After(After(Active(), Pay("etat", 100)), Pay("etat", 4_000_000));

        Assert.Equal(4_000_000, paid.Progress.Of(Content.Financing!.Fundings[0]));
        Assert.Equal("PAID_MORE_THAN_PLANNED", Refusal(Active(), Pay("etat", 4_000_001)));
        Assert.Equal("FUNDING_NOT_FOUND", Refusal(Active(), Pay("autre", 1)));
    }

    [Fact]
    public void What_is_evidenced_stays_so_when_the_text_changes_around_it_and_goes_with_what_it_was_about()
    {
        MoveConvention Update(ConventionContent content) => new(Ccas, ConventionAction.Update, Monday) { Content = content, DocumentSha256 = Hash };
        var kept = After(Proposed(), Keep("bureau", kept: true));

        Assert.True(After(kept, Update(Content with { Title = "Autre" })).IsReady);
        Assert.Empty(After(kept, Update(Content with { Commitments = [] })).Progress.Commitments);
    }

    private static MoveConvention Keep(string key, bool kept) => new(Caf, ConventionAction.KeepCommitment, Monday) { Key = key, Kept = kept, Said = kept ? "Photographie" : "Travaux" };

    private static MoveConvention Reach(string key) => new(Caf, ConventionAction.ReachStep, Monday) { Key = key, Day = new(2026, 11, 23) };

    private static MoveConvention Pay(string key, long cents) => new(Caf, ConventionAction.RecordPayment, Monday) { Key = key, PaidCents = cents };

    private static string? Refusal(Convention current, MoveConvention move) => ConventionDecider.Move(current, move).Refusal?.Reason;
}
