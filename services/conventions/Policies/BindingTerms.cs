using Reseau.Conventions.Domain;

namespace Reseau.Conventions.Policies;

/// <summary>Terms of a signed convention about referrals from one institution to another, with what is needed to name them.</summary>
/// <param name="Convention"><c>conventions/{convention}</c>.</param>
/// <param name="Version">Version of what it says.</param>
/// <param name="Title">Its title.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Start">First day.</param>
/// <param name="End">Last day.</param>
/// <param name="Clause">Number of the clause that holds the terms.</param>
/// <param name="Terms">The terms.</param>
public sealed record BindingTerms(string Convention, int Version, string Title, ConventionState State, DateOnly Start, DateOnly End, string Clause, ReferralTerms Terms)
{
    /// <summary>Whether one of the two has left the network, and is bound no more.</summary>
    public bool Released { get; init; }

    /// <summary>Whether they hold on a day: signed by all, not suspended, and within their days.</summary>
    public bool HoldOn(DateOnly today) => IsLive && Start <= today && today <= End;

    /// <summary>Whether they will hold, and do not yet.</summary>
    public bool BeginAfter(DateOnly today) => IsLive && Start > today;

    /// <summary>Whether somebody stopped what would hold.</summary>
    public bool AreSuspendedOn(DateOnly today) => !Released && State == ConventionState.Suspended && today <= End;

    private bool IsLive => !Released && State is ConventionState.Active or ConventionState.Expiring;

    /// <summary>All terms of a convention; a convention that nobody is to sign has none.</summary>
    public static IEnumerable<BindingTerms> Of(Domain.Convention convention)
    {
        if (convention.Content is not { StartDate: { } start, EndDate: { } end } content) return [];
        var numbers = content.Clauses.Select((clause, i) => (clause.Key, Number: $"{i + 1}")).ToDictionary(clause => clause.Key, clause => clause.Number, StringComparer.Ordinal);
        return content.ReferralTerms.Select(terms => new BindingTerms(
            convention.Name, convention.TextVersion, content.Title, convention.State, start, end, numbers.GetValueOrDefault(terms.Clause, ""), terms)
        {
            Released = !convention.IsBound(terms.From) || !convention.IsBound(terms.To),
        });
    }
}
