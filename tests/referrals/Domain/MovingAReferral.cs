using Reseau.Kernel;
using Reseau.Referrals.Domain;
using static Reseau.Referrals.Domain.ReferralAction;
using static Reseau.Referrals.Domain.Side;
using static Reseau.Referrals.Tests.Domain.ReferralHistories;

namespace Reseau.Referrals.Tests.Domain;

public sealed class MovingAReferral
{
    private const string Back = "(back)";

    private static readonly ReferralState[] Closed = [ReferralState.Completed, ReferralState.Declined, ReferralState.Cancelled, ReferralState.Expired, ReferralState.Redirected, ReferralState.Voided];

    // Written by hand from the published table, so that a slip in the code's table shows.
    private static readonly HashSet<string> Allowed =
    [
        "Draft Sender Save Draft", "Draft Sender Submit Submitted", "Draft Sender Discard Voided", "Draft Clock Discard Voided",
        "Submitted Recipient Acknowledge Acknowledged", "Submitted Recipient Accept Accepted", "Submitted Recipient Decline Declined", "Submitted Sender Cancel Cancelled",
        "Submitted Recipient RequestInformation InformationRequested", "Submitted Recipient Waitlist Waitlisted", "Submitted Sender Void Voided",
        "Acknowledged Recipient Accept Accepted", "Acknowledged Recipient Decline Declined", "Acknowledged Sender RequestCancellation CancellationRequested",
        "Acknowledged Recipient RequestInformation InformationRequested", "Acknowledged Recipient Waitlist Waitlisted",
        $"InformationRequested Sender ProvideInformation {Back}", "InformationRequested Recipient Decline Declined", "InformationRequested Sender Cancel Cancelled",
        "Waitlisted Recipient Accept Accepted", "Waitlisted Recipient Decline Declined", "Waitlisted Recipient RequestInformation InformationRequested", "Waitlisted Sender Cancel Cancelled",
        "Accepted Recipient Start InProgress", "Accepted Recipient Hold OnHold", "Scheduled Recipient CancelAppointment Accepted", "InProgress Recipient Hold OnHold",
        $"OnHold Recipient Resume {Back}", "OnHold Recipient Complete Completed", "OnHold Recipient Decline Declined", "OnHold Sender RequestCancellation CancellationRequested",
        "Completed Recipient Reopen InProgress", "Declined Recipient Reopen InProgress", "Cancelled Recipient Reopen InProgress",
        "Submitted Recipient Redirect Redirected", "Acknowledged Recipient Redirect Redirected", "InformationRequested Recipient Redirect Redirected",
        "Waitlisted Recipient Redirect Redirected", "Accepted Recipient Redirect Redirected", "InProgress Recipient Redirect Redirected", "Declined Sender Redirect Declined", "Expired Sender Redirect Expired",
        "Accepted Recipient Schedule Scheduled", "Accepted Recipient Complete Completed", "Accepted Recipient Decline Declined", "Accepted Sender RequestCancellation CancellationRequested",
        "Scheduled Recipient Attended InProgress", "Scheduled Recipient NoShow NoShow", "Scheduled Recipient Schedule Scheduled", "Scheduled Recipient Complete Completed",
        "Scheduled Recipient Decline Declined", "Scheduled Sender RequestCancellation CancellationRequested",
        "NoShow Recipient Schedule Scheduled", "NoShow Recipient Complete Completed", "NoShow Recipient Decline Declined", "NoShow Sender RequestCancellation CancellationRequested",
        "InProgress Recipient Schedule Scheduled", "InProgress Recipient Complete Completed", "InProgress Sender RequestCancellation CancellationRequested",
        "CancellationRequested Recipient ConfirmCancellation Cancelled", "CancellationRequested Recipient Complete Completed",
        "Submitted Clock Expire Expired", "Acknowledged Clock Expire Expired", "InformationRequested Clock Expire Expired", "Waitlisted Clock Expire Expired",
        "CancellationRequested Clock Lapse Cancelled", "Expired Recipient Reopen InProgress",
        // The consent is withdrawn with either party, and ends what is not ended.
        .. ((string[])[
            "Submitted", "Acknowledged", "InformationRequested", "Waitlisted", "Accepted", "Scheduled", "NoShow", "InProgress", "OnHold", "CancellationRequested",
        ]).SelectMany(state => Withdrawals(state, "Cancelled")),
        .. ((string[])["Completed", "Declined", "Cancelled", "Expired", "Redirected", "Voided"]).SelectMany(state => Withdrawals(state, state)),
        .. from state in Enum.GetValues<ReferralState>() where !Closed.Contains(state) && state != ReferralState.Draft from who in (Side[])[Sender, Recipient] select $"{state} {who} Note {state}",
        .. from state in Closed from who in (Side[])[Sender, Recipient] select $"{state} {who} Correct {state}",
    ];

    private static string[] Withdrawals(string from, string to) => [$"{from} Sender WithdrawConsent {to}", $"{from} Recipient WithdrawConsent {to}"];

    public static TheoryData<ReferralState, Side, ReferralAction> EveryPair
    {
        get
        {
            var pairs = new TheoryData<ReferralState, Side, ReferralAction>();
            foreach (var state in Enum.GetValues<ReferralState>())
            {
                foreach (var who in Enum.GetValues<Side>())
                {
                    foreach (var action in Enum.GetValues<ReferralAction>()) pairs.Add(state, who, action);
                }
            }
            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(EveryPair))]
    public void Every_state_action_and_party_follows_the_table_or_changes_nothing(ReferralState state, Side who, ReferralAction action)
    {
        var before = In(state);
        var decision = ReferralDecider.Move(before, Move(who, action));

        var line = Allowed.SingleOrDefault(l => l.StartsWith($"{state} {who} {action} ", StringComparison.Ordinal));
        if (decision.Refusal is { } refusal)
        {
            Assert.Null(line);
            Assert.Equal("REFERRAL_TRANSITION_NOT_ALLOWED", refusal.Reason);
            Assert.Equal([("referral", before.Name), ("state", EnumNames.Of(state)), ("event", EnumNames.Of(action))], refusal.Facts[..3]);
            Assert.All(Transitions.Possible(state, who), possible => Assert.Contains(EnumNames.Of(possible), refusal.Facts[3].Value, StringComparison.Ordinal));
        }
        else if (decision.Events.Count == 1)
        {
            Assert.Equal(line?.Replace(Back, $"{before.Before}", StringComparison.Ordinal), $"{state} {who} {action} {(decision.Events[0] is ReferralSubmitted ? ReferralState.Submitted : (decision.Events[0] as ReferralMoved)?.To ?? state)}");
        }
        else
        {
            // A repeat: the state is already the one the action leads to.
            Assert.Contains(Transitions.Table, t => t.Who == who && t.Action == action && t.To == state);
        }
    }

    [Fact]
    public void The_code_and_the_published_table_have_the_same_lines() =>
        Assert.Equal(Allowed.Order(StringComparer.Ordinal), Transitions.Table.Select(t => $"{t.From} {t.Who} {t.Action} {t.To?.ToString() ?? Back}").Order(StringComparer.Ordinal));

    [Fact]
    public void Every_state_can_be_reached_and_closed_ones_can_only_be_corrected_forgotten_taken_up_again_or_sent_elsewhere()
    {
        foreach (var state in Enum.GetValues<ReferralState>())
        {
            Assert.Equal(state, In(state).State);
            Assert.Equal(Transitions.IsTerminal(state), Transitions.Table.Where(t => t.From == state).All(t => t.Action is Reopen or Redirect or WithdrawConsent or Correct));
        }
    }

    [Fact]
    public void Accepting_twice_is_a_success_that_changes_nothing()
    {
        var accepted = Submitted().After((Recipient, Accept));

        var again = ReferralDecider.Move(accepted, Move(Recipient, Accept));

        Assert.Equal((0, (Refusal?)null), (again.Events.Count, again.Refusal));
    }

    [Fact]
    public void Declining_again_with_other_reasons_is_refused()
    {
        var declined = Submitted().After((Recipient, Decline));

        var again = ReferralDecider.Move(declined, Move(Recipient, Decline) with { Reasons = ["autre"] });

        Assert.Equal("REFERRAL_TRANSITION_NOT_ALLOWED", again.Refusal?.Reason);
    }

    [Fact]
    public void An_appointment_is_booked_in_the_future()
    {
        var accepted = Submitted().After((Recipient, Accept));

        var decision = ReferralDecider.Move(accepted, Move(Recipient, Schedule) with { AppointmentAt = Monday });

        Assert.Equal("APPOINTMENT_IN_THE_PAST", decision.Refusal?.Reason);
    }

    [Fact]
    public void Moving_the_appointment_to_another_place_is_a_change()
    {
        var scheduled = Submitted().After((Recipient, Accept), (Recipient, Schedule));

        Assert.Empty(ReferralDecider.Move(scheduled, Move(Recipient, Schedule)).Events);
        Assert.Single(ReferralDecider.Move(scheduled, Move(Recipient, Schedule) with { PlaceChanges = true }).Events);
    }

    [Fact]
    public void Work_already_done_wins_over_the_wish_to_stop()
    {
        var asked = Submitted().After((Recipient, Accept), (Sender, RequestCancellation));

        Assert.Equal(ReferralState.Completed, asked.After((Recipient, Complete)).State);
        Assert.Equal(ReferralState.Cancelled, asked.After((Recipient, ConfirmCancellation)).State);
    }

    [Fact]
    public void An_answer_brings_back_to_where_the_question_was_asked()
    {
        Assert.Equal(ReferralState.Submitted, Submitted().After((Recipient, RequestInformation), (Sender, ProvideInformation)).State);
        Assert.Equal(ReferralState.Acknowledged, Submitted().After((Recipient, Acknowledge), (Recipient, RequestInformation), (Sender, ProvideInformation)).State);

        var inLine = Submitted().After((Recipient, Waitlist), (Recipient, RequestInformation));
        Assert.Equal(Today.AddDays(14), inLine.Until);
        var again = inLine.After((Sender, ProvideInformation));
        Assert.Equal((ReferralState.Waitlisted, (DateOnly?)Today.AddDays(14)), (again.State, again.Until));
        Assert.Null(again.After((Recipient, Accept)).Until);
    }

    [Fact]
    public void A_pause_ends_where_it_began()
    {
        Assert.Equal(ReferralState.Accepted, Submitted().After((Recipient, Accept), (Recipient, Hold), (Recipient, Resume)).State);
        var paused = Submitted().After((Recipient, Accept), (Recipient, Start), (Recipient, Hold));
        Assert.Equal(Today.AddDays(14), paused.Until);
        Assert.Equal((ReferralState.InProgress, (DateOnly?)null), (paused.After((Recipient, Resume)).State, paused.After((Recipient, Resume)).Until));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(367)]
    public void Waiting_and_pausing_end_within_a_year(int days)
    {
        var until = Today.AddDays(days);

        Assert.Equal("UNTIL_OUT_OF_RANGE", ReferralDecider.Move(Submitted(), Move(Recipient, Waitlist) with { Until = until }).Refusal?.Reason);
        Assert.Equal("UNTIL_OUT_OF_RANGE", ReferralDecider.Move(Submitted().After((Recipient, Accept)), Move(Recipient, Hold) with { Until = until }).Refusal?.Reason);
    }

    [Fact]
    public void An_appointment_that_is_given_up_is_gone()
    {
        var free = Submitted().After((Recipient, Accept), (Recipient, Schedule), (Recipient, CancelAppointment));

        Assert.Equal((ReferralState.Accepted, (DateTimeOffset?)null, (long?)null), (free.State, free.AppointmentAt, free.AppointmentVersion));
    }

    [Fact]
    public void A_closed_referral_is_taken_up_again_within_thirty_days_and_forgets_how_it_ended()
    {
        var closed = Submitted().After((Recipient, Accept), (Recipient, Complete));

        var open = Apply(closed, Move(Recipient, Reopen) with { Now = Monday.AddDays(30) });
        Assert.Equal((ReferralState.InProgress, (Outcome?)null, (Autonomy?)null), (open.State, open.Outcome, open.Autonomy));

        var late = ReferralDecider.Move(closed, Move(Recipient, Reopen) with { Now = Monday.AddDays(30).AddSeconds(1) });
        Assert.Equal("REOPENED_TOO_LATE", late.Refusal?.Reason);
    }

    [Fact]
    public void Nobody_goes_on_without_a_consent_that_holds()
    {
        var sent = ReferralDecider.Submit(Service, "ccas-rennes", "numerique--acceder-a-des-services-en-ligne", Agreed with { ValidUntil = Today.AddDays(3) }, Today, SendingTerms.Free).Events.Single();
        var declined = Referral.Evolve(null, "referrals/1", 1, Monday, sent).After((Recipient, Decline));

        Assert.Equal("CONSENT_NOT_VALID", ReferralDecider.Move(declined, Move(Recipient, Reopen) with { Now = Monday.AddDays(4) }).Refusal?.Reason);
    }

    [Fact]
    public void A_hundred_thousand_random_steps_never_leave_the_table()
    {
        const int seed = 20261122;
        var random = new Random(seed);
        var (sides, actions) = (Enum.GetValues<Side>(), Enum.GetValues<ReferralAction>());
        var current = Submitted();
        for (var step = 0; step < 100_000; step++)
        {
            var move = Move(sides[random.Next(sides.Length)], actions[random.Next(actions.Length)]);
            var decision = ReferralDecider.Move(current, move);
            if (decision.Events is [ReferralMoved moved])
            {
                var line = $"{current.State} {move.Who} {move.Action} ";
                Assert.True(Allowed.Contains($"{line}{moved.To}") || (Allowed.Contains($"{line}{Back}") && moved.To == current.Before), $"{line}{moved.To}");
                current = Referral.Evolve(current, current.Name, current.Version + 1, Monday, moved);
            }
            else if (decision.Events is [var said])
            {
                Assert.Contains($"{current.State} {move.Who} {move.Action} {current.State}", Allowed);
                current = Referral.Evolve(current, current.Name, current.Version + 1, Monday, said);
            }
            if (Transitions.IsTerminal(current.State) && random.Next(3) == 0) current = Submitted();
        }
    }
}
