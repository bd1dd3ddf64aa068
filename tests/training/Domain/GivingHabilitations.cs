using Reseau.Training.Domain.Habilitations;
using Reseau.Training.Domain.Professionals;
using static Reseau.Training.Tests.Domain.Someone;

namespace Reseau.Training.Tests.Domain;

public sealed class GivingHabilitations
{
    public static TheoryData<string, string> Refusals => new()
    {
        { "erased", "PROFESSIONAL_ERASED" }, { "left", "PROFESSIONAL_DEPARTED" }, { "no rule", "HABILITATION_RULE_NOT_FOUND" },
        { "retired", "HABILITATION_RULE_NOT_FOUND" }, { "by training", "HABILITATION_BY_TRAINING_ONLY" }, { "leaves today", "" },
    };

    [Theory, MemberData(nameof(Refusals))]
    public void Evidence_gives_what_the_rule_allows_to_who_is_there(string situation, string reason)
    {
        var current = situation switch
        {
            "erased" => After(Recorded(), [new ProfessionalErased()]),
            "left" => Recorded(Facts with { Departure = Today.AddDays(-1) }),
            "leaves today" => Recorded(Facts with { Departure = Today }),
            _ => Recorded(),
        };
        var rule = situation switch { "no rule" => null, "retired" => Rule() with { Retired = true }, "by training" => Rule() with { ByEvidence = false }, _ => Rule() };

        var decision = HabilitationDecider.Grant(current, rule, ("habilitationRules/aidants-connect", Today, "Attestation"), Today);

        Assert.Equal(reason, decision.Refusal?.Reason ?? "");
        Assert.Equal(reason.Length == 0 ? 1 : 0, decision.Events.Count);
    }

    [Fact]
    public void Given_again_on_the_same_evidence_nothing_happens()
    {
        var current = Granted(Recorded(), Rule(), Today);

        Assert.Empty(HabilitationDecider.Grant(current, Rule(), (Rule().Name, Today, "Attestation"), Today).EventsOrThrow());
        Assert.Single(HabilitationDecider.Grant(current, Rule(), (Rule().Name, Today, "Autre attestation"), Today).EventsOrThrow());
    }

    [Theory]
    [InlineData(0, 400, "2028-12-27")]
    [InlineData(90, 275, "2028-11-22")]
    [InlineData(90, 273, "2028-08-22")]
    [InlineData(0, 300, "2028-09-18")]
    public void A_renewal_counts_from_the_end_within_the_window_and_from_its_day_outside(int window, int after, string until)
    {
        var rule = Rule(12, window);
        var first = Granted(Recorded(), rule, Today);

        var renewed = Granted(first, rule, Today.AddDays(after));

        Assert.Equal(until, $"{renewed.Habilitations[^1].Until:yyyy-MM-dd}");
        // Thirty-five days without it: two periods, the first of which stays what it was.
        Assert.Equal(after == 400 ? 2 : 1, renewed.Habilitations.Count);
    }

    [Fact]
    public void What_was_given_keeps_its_last_day_when_the_rule_changes()
    {
        var given = Granted(Recorded(), Rule(12), Today);

        Assert.Equal(new DateOnly(2027, 11, 22), Assert.Single(given.Habilitations).Until);
        Assert.Equal(new DateOnly(2029, 11, 22), Assert.Single(Granted(given, Rule(24), Today.AddDays(364)).Habilitations).Until);
    }

    [Fact]
    public void Withdrawn_it_holds_no_more_from_that_day_and_may_be_given_again()
    {
        var held = Granted(Recorded(), Rule(), Today);
        Assert.Equal("HABILITATION_NOT_HELD", HabilitationDecider.Revoke(Recorded(), Rule().Name, "Motif", Today).Refusal?.Reason);

        var revoked = After(held, HabilitationDecider.Revoke(held, Rule().Name, "Motif", Today).EventsOrThrow());

        Assert.False(Assert.Single(revoked.Habilitations).HoldsOn(Today));
        Assert.Empty(HabilitationDecider.Revoke(revoked, Rule().Name, "Motif", Today).EventsOrThrow());
        Assert.True(Assert.Single(Granted(revoked, Rule(), Today).Habilitations).HoldsOn(Today));
        Assert.Equal([false, true], Granted(revoked, Rule(), Today.AddDays(1)).Habilitations.Select(period => period.HoldsOn(Today.AddDays(1))));
        // What is over by itself cannot be withdrawn any more.
        Assert.Equal("HABILITATION_NOT_HELD", HabilitationDecider.Revoke(held, Rule().Name, "Motif", Today.AddYears(1)).Refusal?.Reason);
    }

    [Fact]
    public void Attending_gives_skills_and_the_habilitations_whose_rule_is_content_with_it()
    {
        var attended = new Attended(Name, "sessions/one", Today, [("skills/a", SkillLevel.Autonomous), ("skills/b", SkillLevel.Aware)], ["habilitationRules/duplex", "habilitationRules/pix", "habilitationRules/old"]);
        HabilitationRule[] rules = [Rule(24, 0, "duplex") with { ByEvidence = false }, Rule(0, 0, "pix") with { ByTraining = false }, Rule(0, 0, "old") with { Retired = true }];
        var skilled = After(Recorded(), [new SkillEvidenced("skills/b", SkillLevel.Teaches, "Entretien", Today)]);

        var events = HabilitationDecider.Award(skilled, attended, rules);

        Assert.Equal([new SkillEvidenced("skills/a", SkillLevel.Autonomous, "sessions/one", Today), new HabilitationGiven("habilitationRules/duplex", Today, new DateOnly(2028, 11, 22), "sessions/one")], events);
        Assert.Empty(HabilitationDecider.Award(After(skilled, events), attended, rules));
        Assert.Empty(HabilitationDecider.Award(After(Recorded(), [new ProfessionalErased()]), attended, rules));
        // Who left since keeps what they learned.
        Assert.Equal(2, HabilitationDecider.Award(Recorded(Facts with { Departure = Today.AddDays(-1) }), attended with { Skills = [("skills/a", SkillLevel.Aware)] }, rules).Count);
    }
}
