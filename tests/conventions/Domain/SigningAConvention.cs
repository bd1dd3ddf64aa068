using Reseau.Conventions.Domain;
using static Reseau.Conventions.Tests.Domain.Texts;

namespace Reseau.Conventions.Tests.Domain;

public sealed class SigningAConvention
{
    [Fact]
    public void The_last_signature_puts_it_in_force()
    {
        Assert.Equal(ConventionState.PartiallySigned, PartiallySigned().State);
        Assert.Equal(ConventionState.Active, Active().State);
        Assert.Equal([Ccas, Caf], Active().Signatures.Select(given => given.Signature.Institution));
    }

    [Fact]
    public void What_is_signed_close_to_its_end_is_expiring_at_once() =>
        Assert.Equal(ConventionState.Expiring, After(After(Proposed(Content with { StartDate = new(2026, 11, 1), EndDate = new(2027, 1, 31) }), SignatureOf(Ccas)), SignatureOf(Caf)).State);

    [Fact]
    public void The_same_person_who_signs_twice_changes_nothing_whatever_became_of_it()
    {
        foreach (var state in (ConventionState[])[ConventionState.PartiallySigned, ConventionState.Active, ConventionState.Suspended, ConventionState.Expired, ConventionState.Terminated])
            Assert.Equal((null, 0), Outcome(ConventionDecider.Sign(In(state), SignatureOf(Ccas))));
    }

    [Fact]
    public void Another_person_of_the_same_institution_comes_too_late() =>
        Assert.Equal("ALREADY_SIGNED", Refusal(PartiallySigned(), SignatureOf(Ccas) with { Subject = "another" }));

    [Theory]
    [InlineData("DOCUMENT_NOT_THE_ONE_SHOWN")]
    [InlineData("MANDATE_MISSING")]
    [InlineData("SIGN_IN_TOO_OLD")]
    [InlineData("CLOCK_BEHIND_JOURNAL")]
    [InlineData("PROPOSAL_LAPSED")]
    public void Who_signs_otherwise_is_refused(string reason)
    {
        SignConvention[] attempts = reason switch
        {
            "DOCUMENT_NOT_THE_ONE_SHOWN" => [SignatureOf(Caf) with { DocumentSha256 = Hash.Replace('0', '1') }],
            "MANDATE_MISSING" => [SignatureOf(Caf) with { MandateHeld = false }],
            "SIGN_IN_TOO_OLD" => [SignatureOf(Caf) with { AuthenticatedAt = null }, SignatureOf(Caf) with { AuthenticatedAt = Monday.AddMinutes(-5).AddSeconds(-1) }, SignatureOf(Caf) with { AuthenticatedAt = Monday.AddMinutes(2) }],
            "CLOCK_BEHIND_JOURNAL" => [SignatureOf(Caf, Monday.AddSeconds(-1))],
            _ => [SignatureOf(Caf, Monday.AddDays(ConventionDecider.DaysToSign + 1))],
        };
        Assert.All(attempts, attempt => Assert.Equal(reason, Refusal(PartiallySigned(), attempt)));
    }

    [Fact]
    public void Five_minutes_after_the_sign_in_is_still_in_time() =>
        Assert.Null(ConventionDecider.Sign(PartiallySigned(), SignatureOf(Caf, Monday.AddMinutes(5)) with { AuthenticatedAt = Monday }).Refusal);

    [Fact]
    public void A_party_without_mandate_in_the_text_does_not_sign() =>
        Assert.Equal("MANDATE_MISSING", Refusal(Proposed(Content with { Parties = [Content.Parties[0], Content.Parties[1] with { Mandate = "" }] }), SignatureOf(Caf)));

    [Fact]
    public void In_sequence_each_waits_for_the_one_before()
    {
        var proposed = Proposed(Content with { SigningOrder = SigningOrder.Sequential });

        Assert.Equal([Ccas], proposed.NextSigners);
        Assert.Equal("NOT_YOUR_TURN", Refusal(proposed, SignatureOf(Caf)));
        Assert.Equal([Caf], After(proposed, SignatureOf(Ccas)).NextSigners);
    }

    [Fact]
    public void A_level_that_nobody_can_give_is_written_but_neither_proposed_nor_signed()
    {
        foreach (var level in (SignatureLevel[])[SignatureLevel.Advanced, SignatureLevel.Qualified])
        {
            var more = Content with { SignatureLevel = level };
            var draft = After(Draft(), new MoveConvention(Ccas, ConventionAction.Update, Monday) { Content = more });

            Assert.Equal(level, draft.Content.SignatureLevel);
            Assert.Equal("SIGNATURE_LEVEL_TOO_LOW", ConventionDecider.Move(draft, new(Ccas, ConventionAction.Propose, Monday) { DocumentSha256 = Hash }).Refusal?.Reason);
            Assert.Equal("SIGNATURE_LEVEL_TOO_LOW", ConventionDecider.Move(Proposed(), new(Ccas, ConventionAction.Update, Monday) { Content = more, DocumentSha256 = Hash }).Refusal?.Reason);
            Assert.Equal("SIGNATURE_LEVEL_TOO_LOW", Refusal(Proposed() with { Content = more }, SignatureOf(Caf)));
        }
    }

    [Fact]
    public void After_the_clock_let_it_lapse_it_still_says_so()
    {
        var lapsed = Rung(Proposed(), Monday.AddDays(61));

        Assert.Equal((ConventionState.Withdrawn, true), (lapsed.State, lapsed.Lapsed));
        Assert.Equal("PROPOSAL_LAPSED", Refusal(lapsed, SignatureOf(Caf)));
    }

    [Fact]
    public void Who_is_no_party_does_not_sign_though_they_began_it() =>
        Assert.Equal("CONVENTION_TRANSITION_NOT_ALLOWED", Refusal(Proposed() with { Author = Stranger }, SignatureOf(Stranger)));

    [Fact]
    public void A_changed_text_drops_the_signatures_and_asks_for_them_again()
    {
        var changed = After(PartiallySigned(), new MoveConvention(Caf, ConventionAction.Update, Monday) { Content = Content with { Title = "Autre titre" }, DocumentSha256 = Hash, Said = "Plus clair." });

        Assert.Equal((ConventionState.Proposed, 2, 0), (changed.State, changed.TextVersion, changed.Signatures.Count));
        Assert.Equal([Ccas, Caf], changed.NextSigners);
    }

    [Fact]
    public void The_same_text_again_changes_nothing() =>
        Assert.Equal((null, 0), Outcome(ConventionDecider.Move(PartiallySigned(), new(Caf, ConventionAction.Update, Monday) { Content = Content with { }, DocumentSha256 = Hash })));

    [Fact]
    public void Only_the_author_changes_who_the_parties_are()
    {
        var content = Content with { Parties = [.. Content.Parties, new(Stranger, "Département", "", "", "président", "")] };

        Assert.Equal("PARTIES_SET_BY_AUTHOR", ConventionDecider.Move(Proposed(), new(Caf, ConventionAction.Update, Monday) { Content = content }).Refusal?.Reason);
        Assert.Null(ConventionDecider.Move(Proposed(), new(Ccas, ConventionAction.Update, Monday) { Content = content }).Refusal);
    }

    [Fact]
    public void What_speaks_of_an_institution_that_is_no_party_is_refused()
    {
        Assert.Equal("NOT_A_PARTY", ConventionDecider.Draft(Ccas, Content with { ReferralTerms = [new(Ccas, Stranger, "objet")] }).Refusal?.Reason);
        Assert.Equal("NOT_A_PARTY", ConventionDecider.Draft(Ccas, Content with { Commitments = [new("a", "", Stranger, "Rien", DueDate: null, Condition: false, "")] }).Refusal?.Reason);
    }

    [Fact]
    public void What_is_not_ready_says_all_that_is_missing()
    {
        var content = Content with
        {
            Parties = [Content.Parties[0] with { Function = "" }], ReferralTerms = [], Commitments = [], Financing = null, EndDate = null,
            Clauses = [new("objet", "Objet", "Le {{jour}} et {{lieu}}, {{ non }}")], Variables = [new("jour", "Jour ?", VariableType.Date), new("lieu", "Lieu ?", VariableType.Text) { Optional = true }],
        };

        var refusal = ConventionDecider.Move(Draft(content), new(Ccas, ConventionAction.Propose, Monday)).Refusal!;

        Assert.Equal("CONVENTION_NOT_READY", refusal.Reason);
        Assert.Contains(("missing", "parties, parties.ccas-rennes.function, end_date, values.jour, values.non"), refusal.Facts);
    }

    private static string? Refusal(Convention current, SignConvention signing) => ConventionDecider.Sign(current, signing).Refusal?.Reason;

    private static (string? Reason, int Events) Outcome(Kernel.Decision<ConventionEvent> decision) => (decision.Refusal?.Reason, decision.Events.Count);
}
