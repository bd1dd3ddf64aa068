using Reseau.Conventions.Domain;
using Reseau.Conventions.Policies;
using Reseau.Conventions.Views;
using Reseau.Events.V1;
using Reseau.Hosting.Log;
using Reseau.Hosting.Policies;
using Reseau.Kernel;
using ConventionMoved = Reseau.Conventions.Domain.ConventionMoved;
using ConventionReminded = Reseau.Conventions.Domain.ConventionReminded;

namespace Reseau.Conventions;

/// <summary>The convention service's log: its events by name, its views, who may follow what, and what others may know.</summary>
public sealed class ConventionsLog : ServiceLog<ConventionsDb>
{
    /// <inheritdoc />
    public override string Source => "conventions";

    /// <inheritdoc />
    public override EventTypes Types { get; } = new EventTypes()
        .Add<ConventionDrafted>("convention-drafted")
        .Add<ConventionRevised>("convention-revised")
        .Add<ConventionProposed>("convention-proposed")
        .Add<ConventionCommented>("convention-commented")
        .Add<ConventionSigned>("convention-signed")
        .Add<ConventionDeclined>("convention-declined")
        .Add<ConventionWithdrawn>("convention-withdrawn")
        .Add<ConventionLapsed>("convention-lapsed")
        .Add<ConventionSuspended>("convention-suspended")
        .Add<ConventionResumed>("convention-resumed")
        .Add<ConventionTerminated>("convention-terminated")
        .Add<ConventionPartyLeft>("convention-party-left")
        .Add<ConventionCameNear>("convention-expiring")
        .Add<ConventionExpired>("convention-expired")
        .Add<ConventionSuperseded>("convention-superseded")
        .Add<ConventionFollowed>("convention-followed")
        .Add<ConventionFollowingDropped>("following-dropped")
        .Add<ConventionRenewalSigned>("renewal-signed")
        .Add<CommitmentKept>("commitment-kept")
        .Add<StepReached>("step-reached")
        .Add<PaymentRecorded>("payment-recorded")
        .Add<ConventionReminded>("convention-reminded")
        .Add<Policies.PolicyCompiled>("policy-compiled")
        .Add<Policies.NetworkModeSet>("network-mode-set")
        .Add<TemplateDrafted>("template-drafted")
        .Add<TemplateRevised>("template-revised")
        .Add<TemplatePublished>("template-published")
        .Add<TemplateArchived>("template-archived")
        .Add<BodySetUp>("body-set-up")
        .Add<BodyChanged>("body-changed")
        .Add<MeetingRecorded>("meeting-recorded")
        .Add<BodyDissolved>("body-dissolved");

    /// <inheritdoc />
    public override IReadOnlyList<View<ConventionsDb>> Views { get; } = [new ConventionView(), new TemplateView(), new BodyView(), new PolicyView()];

    /// <inheritdoc />
    public override IEnumerable<string> AudienceOf(RecordedEvent recorded) => recorded.Body switch
    {
        ConventionEvent { Between: var between } => between.Parties.Append(between.Author),
        Policies.PolicyCompiled { Policy: var policy } => [policy.From, policy.To],
        _ => [],
    };

    /// <inheritdoc />
    public override Task ConcludeAsync(LogUnit<ConventionsDb> unit, CancellationToken cancellation) => PolicyCompilation.ConcludeAsync(unit, cancellation);

    /// <inheritdoc />
    protected override void Describe(RecordedEvent recorded, Change change)
    {
        if (recorded.Body is Policies.PolicyCompiled compiled) change.PolicyCompiled = new() { Policy = PolicyMapper.ToMessage(compiled.Policy) };
        if (recorded.Body is Policies.NetworkModeSet set) change.NetworkModeSet = new() { Network = new() { Mode = (Reseau.Policies.V1.Network.Types.Mode)set.Mode, Version = recorded.Version } };
        // Templates and bodies are read where they are shown: their type and name are all the news there is.
        if (recorded.Body is not ConventionEvent { Between: var between } happened) return;
        var parties = between.Parties.Select(Codes.Institution);
        switch (happened)
        {
            case ConventionReminded reminded:
                change.ConventionReminded = new() { ConventionVersion = between.TextVersion, Kind = EnumNames.Of(reminded.Kind), Days = reminded.Days };
                change.ConventionReminded.Parties.AddRange(parties);
                change.ConventionReminded.Waiting.AddRange(reminded.Waiting.Select(Codes.Institution));
                break;
            case ConventionDrafted:
                change.ConventionMoved = new() { ToState = EnumNames.Of(ConventionState.Draft), ConventionVersion = between.TextVersion };
                break;
            case ConventionMoved moved when moved.From != moved.To || moved is ConventionSigned:
                change.ConventionMoved = new()
                {
                    FromState = EnumNames.Of(moved.From),
                    ToState = EnumNames.Of(moved.To),
                    ConventionVersion = between.TextVersion,
                    SignedBy = moved is ConventionSigned signed ? Codes.Institution(signed.Signature.Institution) : "",
                };
                change.ConventionMoved.Parties.AddRange(parties);
                break;
            default:
                change.ConventionNoted = new() { ConventionVersion = between.TextVersion };
                change.ConventionNoted.Parties.AddRange(parties);
                break;
        }
    }
}
