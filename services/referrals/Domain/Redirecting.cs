using Reseau.Kernel;
using Reseau.Kernel.Calendar;

namespace Reseau.Referrals.Domain;

/// <summary>Where somebody wants to pass a person on to, with the facts the decision needs.</summary>
/// <param name="Referral">Name of the referral that would go on.</param>
/// <param name="Target">The service; null when nobody knows it.</param>
/// <param name="Terms">What the conventions between the sender and the next recipient say.</param>
public sealed record Onward(string Referral, TargetService? Target, SendingTerms Terms);

/// <summary>
/// Passing a person on. The referral ends here and another begins between its sender and the next service, with the same need
/// and consent: the sender follows one line, whoever moved it. Each knows who was asked before it, so that nobody is sent in circles.
/// <code>
/// A: SUBMITTED … IN_PROGRESS ──R──→ REDIRECTED ⇒ B: SUBMITTED …
/// A: DECLINED ───────────────S──→ DECLINED   ⇒ B: SUBMITTED …
/// </code>
/// </summary>
public static class Redirecting
{
    /// <summary>How often one file is passed on. After that, professionals have to speak to each other.</summary>
    public const int MostHops = 3;

    /// <summary>Passes a person on, or says why not.</summary>
    /// <param name="current">The referral that ends.</param>
    /// <param name="next">Its state after, by the table.</param>
    /// <param name="command">Who asks, for which reasons, where to.</param>
    public static Decision<ReferralEvent> Decide(Referral current, ReferralState next, MoveReferral command)
    {
        if (command.Onward is not { } onward) throw new ArgumentException("A redirection says where to.", nameof(command));
        if (command.Who == Side.Recipient && command.Reasons.Count == 0)
            return new Refusal("REDIRECT_REASON_MISSING", "Who passes a person on says why.", ("referral", current.Name));
        var today = FrenchDay.Of(command.Now);
        if (current.Submission.Consent.Check(today) is { } invalid) return invalid;
        if (current.Chain.Count >= MostHops)
            return new Refusal("REDIRECT_TOO_MANY_HOPS", "The person has been passed on too often.", ("referral", current.Name), ("hops", $"{current.Chain.Count}"));
        var parties = current.Submission.Parties;
        if (ReferralDecider.CannotReach(onward.Target, command.Who == Side.Sender ? parties.Sender : parties.Recipient, today) is { } unreachable) return unreachable;
        var target = onward.Target!;
        if (current.Submission.Consent.Check(today, target.Name, target.Institution) is { } others) return others;
        if (Circles(current, target)) return new Refusal("REDIRECT_LOOP", "The person comes from there.", ("referral", current.Name), ("service", target.Name));
        if (onward.Terms.Check(target.Name, current.Submission.Theme, today) is { } forbidden) return forbidden;

        var destination = new Destination(onward.Referral, target.Name, target.DisplayName, target.Institution);
        return command.Who == Side.Sender
            ? new ReferralForwarded(parties, destination)
            : new ReferralRedirected(parties, current.State, next, destination, command.Reasons);
    }

    /// <summary>The referral that goes on: between the same sender and the next service, with the same need and consent.</summary>
    /// <param name="ended">The one that ends.</param>
    /// <param name="next">Where the person goes on.</param>
    /// <param name="onward">The facts it was decided on.</param>
    /// <param name="today">The day.</param>
    public static ReferralSubmitted Continue(Referral ended, Destination next, Onward onward, DateOnly today) =>
        new(ended.Submission.Parties with { Service = next.Service, Recipient = next.Recipient }, next.ServiceDisplayName, ended.Submission.Theme, onward.Terms.Narrow(ended.Submission.Consent, today))
        {
            Departement = onward.Target!.Departement,
            Policy = ReliedOn.Of(onward.Terms.Bond.On(today)),
            Chain = [.. ended.Chain, Link(ended)],
        };

    /// <summary>
    /// The documents that go along, oldest first: what the sender has shared, if the consent that goes along covers documents. What it keeps for
    /// itself, and what the recipient joined, stays where it is.
    /// </summary>
    /// <param name="ended">The one that ends.</param>
    /// <param name="begun">The one that goes on.</param>
    public static IReadOnlyList<JoinedDocument> Documents(Referral ended, ReferralSubmitted begun) => begun.Consent.Covers(Consent.Attachments)
        ? [.. ended.Documents.Where(document => document.What is { By: Side.Sender, Visibility: Visibility.Shared })]
        : [];

    /// <summary>A document as it is joined to the referral that goes on: by the sender, as it joined it to the one that ends.</summary>
    public static ReferralAttachmentAdded Bring(Referral ended, ReferralSubmitted begun, JoinedDocument document) =>
        document.What with { Parties = begun.Parties, BroughtFrom = ended.Name };

    /// <summary>Where an event passes the person on to; null when it does not.</summary>
    public static Destination? NextOf(ReferralEvent happened) => happened switch
    {
        ReferralRedirected redirected => redirected.Next,
        ReferralForwarded forwarded => forwarded.Next,
        _ => null,
    };

    /// <summary>Whether it was this party that passed the person on.</summary>
    public static bool Led(Referral current, Side who) => (current.State == ReferralState.Redirected ? Side.Recipient : Side.Sender) == who;

    private static ChainLink Link(Referral referral) => new(referral.Name, referral.Submission.Parties.Service, referral.Submission.Parties.Recipient);

    // Back to where the person was sent from, or to somebody who has already passed: another service of the same house counts,
    // because the house has had the file in hand.
    private static bool Circles(Referral current, TargetService target) =>
        target.Institution == current.Submission.Parties.Sender
        || current.Chain.Append(Link(current)).Any(link => link.Recipient == target.Institution || link.Service == target.Name);
}
