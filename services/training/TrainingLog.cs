using Reseau.Events.V1;
using Reseau.Hosting.Log;
using Reseau.Kernel;
using Reseau.Training.Campaigns;
using Reseau.Training.Domain.Campaigns;
using Reseau.Training.Domain.Courses;
using Reseau.Training.Domain.Habilitations;
using Reseau.Training.Domain.Needs;
using Reseau.Training.Domain.Plans;
using Reseau.Training.Domain.Professionals;
using Reseau.Training.Domain.Sessions;
using Reseau.Training.Habilitations;
using Reseau.Training.Rpc;
using Reseau.Training.Views;
using HabilitationReminded = Reseau.Training.Domain.Professionals.HabilitationReminded;

namespace Reseau.Training;

/// <summary>The training service's log: its events by name, its views, who may follow what, and what others may know.</summary>
public sealed class TrainingLog : ServiceLog<TrainingDb>
{
    /// <inheritdoc />
    public override string Source => "training";

    /// <inheritdoc />
    public override EventTypes Types { get; } = new EventTypes()
        .Add<ProfessionalRecorded>("professional-recorded")
        .Add<ProfessionalCorrected>("professional-corrected")
        .Add<ProfessionalClaimed>("professional-claimed")
        .Add<ProfessionalReleased>("professional-released")
        .Add<ProfessionalMoved>("professional-moved")
        .Add<ProfessionalErased>("professional-erased")
        .Add<ProfessionalsImported>("professionals-imported")
        .Add<SkillsDeclared>("skills-declared")
        .Add<SkillEvidenced>("skill-evidenced")
        .Add<HabilitationGiven>("habilitation-given")
        .Add<HabilitationRevoked>("habilitation-revoked")
        .Add<HabilitationBegan>("habilitation-began")
        .Add<HabilitationReminded>("habilitation-reminded")
        .Add<HabilitationLapsed>("habilitation-lapsed")
        .Add<SkillDefined>("skill-defined")
        .Add<HabilitationRuleDefined>("habilitation-rule-defined")
        .Add<PlanDrafted>("plan-drafted")
        .Add<PlanRevised>("plan-revised")
        .Add<PlanPublished>("plan-published")
        .Add<PlanClosed>("plan-closed")
        .Add<NeedRaised>("need-raised")
        .Add<NeedRevised>("need-revised")
        .Add<NeedPlanned>("need-planned")
        .Add<NeedMet>("need-met")
        .Add<NeedSetAside>("need-set-aside")
        .Add<CampaignDrafted>("campaign-drafted")
        .Add<CampaignRevised>("campaign-revised")
        .Add<CampaignDiscarded>("campaign-discarded")
        .Add<CampaignOpened>("campaign-opened")
        .Add<CampaignExtended>("campaign-extended")
        .Add<CampaignClosed>("campaign-closed")
        .Add<CourseDrafted>("course-drafted")
        .Add<CourseRevised>("course-revised")
        .Add<CoursePublished>("course-published")
        .Add<CourseArchived>("course-archived")
        .Add<SessionPlanned>("session-planned")
        .Add<SessionRevised>("session-revised")
        .Add<SessionOpened>("session-opened")
        .Add<SessionCancelled>("session-cancelled")
        .Add<SeatsReleased>("seats-released")
        .Add<SessionReminded>("session-reminded")
        .Add<SessionBegun>("session-begun")
        .Add<SessionClosed>("session-closed")
        .Add<EnrolmentAsked>("enrolment-asked")
        .Add<EnrolmentApproved>("enrolment-approved")
        .Add<EnrolmentRefused>("enrolment-refused")
        .Add<EnrolmentWithdrawn>("enrolment-withdrawn")
        .Add<SeatGiven>("seat-given")
        .Add<AttendanceRecorded>("attendance-recorded")
        .Add<EvaluationGiven>("evaluation-given");

    /// <inheritdoc />
    public override IReadOnlyList<View<TrainingDb>> Views { get; } =
        [new ProfessionalView(), new SkillView(), new HabilitationRuleView(), new CourseView(), new SessionView(), new PlanView(), new NeedView(), new CampaignView()];

    /// <inheritdoc />
    public override async Task ConcludeAsync(LogUnit<TrainingDb> unit, CancellationToken cancellation)
    {
        // First: it looks at which account a record was tied to before, which is forgotten once something is saved.
        await HabilitationSheets.ConcludeAsync(unit, cancellation);
        await ErasedSeats.ConcludeAsync(unit, cancellation);
        await AnswerBook.ConcludeAsync(unit, cancellation);
    }

    /// <inheritdoc />
    protected override void Describe(RecordedEvent recorded, Change change)
    {
        // Of the others type and name are all the news there is: what is read where it is shown needs no body.
        switch (recorded.Body)
        {
            case HabilitationReminded reminded:
                change.HabilitationReminded = new() { Professional = recorded.Stream, Rule = reminded.Rule, Days = reminded.Days };
                break;
            case SessionPlanned:
                change.SessionMoved = Moved(from: null, SessionState.Draft);
                break;
            case SessionOpened:
                change.SessionMoved = Moved(SessionState.Draft, SessionState.Open);
                break;
            case SessionCancelled cancelled:
                change.SessionMoved = Moved(cancelled.From, SessionState.Cancelled);
                break;
            case SessionClosed:
                change.SessionMoved = Moved(SessionState.Open, SessionState.Closed);
                break;
        }
    }

    private static SessionMoved Moved(SessionState? from, SessionState to) => new() { FromState = from is { } state ? EnumNames.Of(state) : "", ToState = EnumNames.Of(to) };
}
