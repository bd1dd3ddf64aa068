using Reseau.Hosting.Log;
using Reseau.Kernel.Calendar;
using Reseau.Referrals.Domain;

namespace Reseau.Referrals.Tests.Counting;

/// <summary>Referrals that live at random, as the decider allows, at whole minutes.</summary>
internal sealed class RandomLives(int seed)
{
    private static readonly string[] Institutions = ["a", "b", "c", "d"];
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private readonly Random _random = new(seed);
    private long _position;

    /// <summary>When all of it is looked at.</summary>
    public static DateTimeOffset Now { get; } = Start.AddDays(130);

    public IReadOnlyList<RecordedEvent> Next(int number)
    {
        var (sender, recipient) = (Institutions[_random.Next(2)], Institutions[_random.Next(2, 4)]);
        var at = Start.AddMinutes(_random.Next(120 * 1440));
        var name = $"referrals/{number}";
        var sent = new ReferralSubmitted(
            new($"services/{recipient}-{_random.Next(2)}", sender, recipient), "Aide aux démarches", $"numerique--{_random.Next(3)}",
            new(ConsentChannel.Oral, FrenchDay.Of(at), FrenchDay.Of(at).AddYears(2), Consent.AllFields))
        {
            // Good Friday is free in the one, and the other rises while Paris sleeps.
            Departement = recipient == Institutions[2] ? "67" : "974",
        };
        List<RecordedEvent> history = [Recorded(name, 1, sent, sender, at)];
        var current = Referral.Evolve(null, name, 1, at, sent);
        for (var steps = _random.Next(9); steps > 0; steps--)
        {
            at = at.AddMinutes(_random.Next(1, 12 * 1440));
            var side = _random.Next(4) == 0 ? Side.Sender : Side.Recipient;
            // Passing somebody on begins another referral, with a life of its own.
            ReferralAction[] possible = [.. current.Possible(side).Where(action => action != ReferralAction.Redirect)];
            if (at >= Now || possible.Length == 0) continue;
            var decision = ReferralDecider.Move(current, Fitting(Command(side, possible[_random.Next(possible.Length)], at), current.State));
            foreach (var happened in decision.Events)
            {
                history.Add(Recorded(name, current.Version + 1, happened, side == Side.Sender ? sender : recipient, at));
                current = Referral.Evolve(current, name, current.Version + 1, at, happened);
            }
        }
        return history;
    }

    private MoveReferral Command(Side side, ReferralAction action, DateTimeOffset at) => new(side, action, at)
    {
        Reasons = [.. DeclineReasons.All.Skip(_random.Next(5)).Take(_random.Next(1, 3))],
        AppointmentAt = at.AddDays(2),
        Until = FrenchDay.Of(at).AddDays(20),
        Outcome = (Outcome)_random.Next(1, 4),
    };

    // A correction says otherwise only what was said.
    private static MoveReferral Fitting(MoveReferral command, ReferralState state) => command.Action != ReferralAction.Correct ? command : command with
    {
        Outcome = state == ReferralState.Completed ? command.Outcome : null,
        Reasons = state == ReferralState.Declined ? command.Reasons : [],
    };

    private RecordedEvent Recorded(string name, long version, ReferralEvent body, string institution, DateTimeOffset at) =>
        new(++_position, name, version, body, "somebody", institution, at, "");
}
