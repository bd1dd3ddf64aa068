using Reseau.Referrals.V1;

namespace Reseau.Gateway.Portal.Labels;

/// <summary>The words for a referral that was passed on: where from, where to.</summary>
public static class ChainLabel
{
    /// <summary>The service that was asked just before; null when there was none.</summary>
    public static string? Before(Referral referral) => At(referral, -1);

    /// <summary>The service that was asked in its place; null when there is none.</summary>
    public static string? After(Referral referral) => At(referral, +1);

    /// <summary>What happened, in the timeline of a referral.</summary>
    public static string Event(Referral referral, TimelineEntry entry) => entry.Type switch
    {
        "referral-submitted" when Before(referral) is { } from => $"Réorientée depuis « {from} »",
        "referral-redirected" or "referral-forwarded" when After(referral) is { } to => $"Réorientée vers « {to} »",
        _ => Label.Event(entry),
    };

    private static string? At(Referral referral, int offset)
    {
        // One's own link is always readable.
        var own = referral.Chain.Index().Where(link => link.Item.Referral == referral.Name).Select(link => link.Index).DefaultIfEmpty(-2).First();
        return referral.Chain.ElementAtOrDefault(own + offset)?.ServiceDisplayName;
    }
}
