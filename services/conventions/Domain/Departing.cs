using Reseau.Kernel;

namespace Reseau.Conventions.Domain;

/// <summary>
/// What becomes of a convention when a party leaves the network. Nobody is bound to somebody who is not there, and nobody else is released
/// from what they promised each other: as long as two are left it goes on between them. What was not signed by all was never agreed between
/// those who are left, and is withdrawn.
/// </summary>
public static class Departing
{
    private const int FewestParties = 2;

    /// <summary>Who is to be released from a convention, the first one first; nobody from a draft, which binds nobody, nor from what is over.</summary>
    /// <param name="convention">The convention.</param>
    /// <param name="departures">Who has left the network.</param>
    public static IEnumerable<Departure> Of(Convention convention, IEnumerable<Departure> departures) =>
        Transitions.Possible(convention.State, [Side.Clock]).Contains(ConventionAction.Depart)
            ? departures.Where(left => convention.IsBound(left.Institution)).OrderBy(left => left.At).ThenBy(left => left.Institution, StringComparer.Ordinal)
            : [];

    /// <summary>Releases a party.</summary>
    public static ConventionPartyLeft Release(Convention current, string institution)
    {
        if (!Transitions.TryFind(current.State, [Side.Clock], ConventionAction.Depart, out var to)) throw new InvalidOperationException($"Nobody is bound by a convention that is {current.State}.");
        var left = current.Content.Institutions.Count(party => party != institution && current.IsBound(party));
        return new(current.Between, current.State, to ?? (left < FewestParties ? ConventionState.Terminated : current.State), institution);
    }

    /// <summary>Why something cannot be done any more: an institution has left the network.</summary>
    public static Refusal HasLeft(string convention, string institution) =>
        new("PARTY_LEFT", "A party has left the network.", ("convention", convention), ("institution", Codes.Institution(institution)));
}
