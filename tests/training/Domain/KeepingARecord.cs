using Reseau.Training.Domain.Professionals;
using static Reseau.Training.Tests.Domain.Someone;

namespace Reseau.Training.Tests.Domain;

public sealed class KeepingARecord
{
    [Fact]
    public void The_person_corrects_everything_but_when_they_leave()
    {
        var current = Recorded(Facts with { Departure = new(2027, 1, 31) });
        var said = Facts with { Function = Function.CaseOfficer, Sites = ["structures/b"], Arrival = new(2020, 1, 1), Departure = null };

        Assert.Equal(said with { Departure = new(2027, 1, 31) }, After(current, ProfessionalDecider.Correct(current, said, byThemself: true, detailsChange: false, holder: null).EventsOrThrow()).Facts);
        Assert.Equal(said, After(current, ProfessionalDecider.Correct(current, said, byThemself: false, detailsChange: false, holder: null).EventsOrThrow()).Facts);
    }

    [Theory]
    [InlineData(false, null, "", 0)]
    [InlineData(true, null, "", 1)]
    [InlineData(true, Name, "", 1)]
    [InlineData(true, "professionals/other", "PROFESSIONAL_ALREADY_EXISTS", 0)]
    public void The_same_again_changes_nothing_and_the_e_mail_of_another_is_refused(bool detailsChange, string? holder, string reason, int events)
    {
        var decision = ProfessionalDecider.Correct(Recorded(), Facts, byThemself: false, detailsChange, holder);

        Assert.Equal((reason, events), (decision.Refusal?.Reason ?? "", decision.Events.Count));
    }

    [Fact]
    public void Erased_it_changes_no_more_and_keeps_what_counts()
    {
        var skilled = After(Recorded(), [new ProfessionalClaimed(), new SkillEvidenced("skills/a", SkillLevel.Aware, "Entretien", Today)]);

        var erased = After(skilled, ProfessionalDecider.Erase(skilled).EventsOrThrow());

        Assert.Equal((true, false, 1), (erased.Erased, erased.Claimed, erased.Skills.Count));
        Assert.Empty(ProfessionalDecider.Erase(erased).EventsOrThrow());
        Assert.Equal("PROFESSIONAL_ERASED", ProfessionalDecider.Correct(erased, Facts, byThemself: false, detailsChange: true, holder: null).Refusal?.Reason);
        Assert.Equal("PROFESSIONAL_ERASED", ProfessionalDecider.Evidence(erased, new("skills/a", SkillLevel.Teaches, "Entretien", Today), isProposed: true).Refusal?.Reason);
    }

    [Fact]
    public void What_is_declared_replaces_what_was_and_leaves_alone_what_was_shown()
    {
        var shown = After(Recorded(), [new SkillEvidenced("skills/b", SkillLevel.Autonomous, "Entretien", Today)]);

        var declared = After(shown, ProfessionalDecider.Declare(shown, [new("skills/a", SkillLevel.Aware), new("skills/b", SkillLevel.Teaches)], ["skills/a", "skills/b"]).EventsOrThrow());
        Assert.Equal([("skills/a", SkillLevel.Aware, SkillLevel.None), ("skills/b", SkillLevel.Teaches, SkillLevel.Autonomous)], declared.Skills.Select(held => (held.Skill, held.Declared, held.Evidenced)));
        Assert.Empty(ProfessionalDecider.Declare(declared, [new("skills/a", SkillLevel.Aware), new("skills/b", SkillLevel.Teaches)], []).EventsOrThrow());

        var withdrawn = After(declared, ProfessionalDecider.Declare(declared, [], []).EventsOrThrow());
        Assert.Equal([("skills/b", SkillLevel.None, SkillLevel.Autonomous)], withdrawn.Skills.Select(held => (held.Skill, held.Declared, held.Evidenced)));
    }

    [Fact]
    public void A_skill_that_is_no_longer_proposed_is_not_taken_up_and_may_be_kept()
    {
        var current = After(Recorded(), [new SkillsDeclared([new("skills/old", SkillLevel.Aware)])]);

        Assert.Equal("SKILL_NOT_FOUND", ProfessionalDecider.Declare(Recorded(), [new("skills/old", SkillLevel.Aware)], []).Refusal?.Reason);
        Assert.Single(ProfessionalDecider.Declare(current, [new("skills/old", SkillLevel.Teaches)], []).EventsOrThrow());
        Assert.Equal("SKILL_NOT_FOUND", ProfessionalDecider.Evidence(current, new("skills/old", SkillLevel.Aware, "Entretien", Today), isProposed: false).Refusal?.Reason);
    }

    [Theory]
    [InlineData(SkillLevel.Aware, "Autre", 0)]
    [InlineData(SkillLevel.Autonomous, "Entretien", 0)]
    [InlineData(SkillLevel.Autonomous, "Autre", 1)]
    [InlineData(SkillLevel.Teaches, "Entretien", 1)]
    public void A_lower_level_shows_nothing_new(SkillLevel level, string evidence, int events)
    {
        var current = After(Recorded(), [new SkillEvidenced("skills/a", SkillLevel.Autonomous, "Entretien", Today)]);

        Assert.Equal(events, ProfessionalDecider.Evidence(current, new("skills/a", level, evidence, Today), isProposed: true).EventsOrThrow().Count);
    }

    [Fact]
    public void What_they_can_do_comes_along_and_the_better_of_both_counts()
    {
        var there = Granted(After(Recorded(), [new SkillEvidenced("skills/a", SkillLevel.Teaches, "Là-bas", Today), new SkillsDeclared([new("skills/b", SkillLevel.Aware)])]), Rule(), Today);
        var here = Granted(After(Recorded(), [new SkillEvidenced("skills/a", SkillLevel.Aware, "Ici", Today), new SkillEvidenced("skills/c", SkillLevel.Aware, "Ici", Today)]), Rule(24, 0, "pix"), Today);

        var together = After(here, ProfessionalDecider.Follow(there).EventsOrThrow());

        Assert.Equal([("skills/a", SkillLevel.Teaches, "Là-bas"), ("skills/b", SkillLevel.None, ""), ("skills/c", SkillLevel.Aware, "Ici")], together.Skills.Select(held => (held.Skill, held.Evidenced, held.Evidence)));
        Assert.Equal(["habilitationRules/aidants-connect", "habilitationRules/pix"], together.Habilitations.Where(held => held.HoldsOn(Today)).Select(held => held.Rule));
        Assert.Empty(ProfessionalDecider.Follow(Recorded()).EventsOrThrow());
    }
}
