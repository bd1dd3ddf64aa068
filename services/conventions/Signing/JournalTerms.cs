using Reseau.Conventions.Documents;

namespace Reseau.Conventions.Signing;

/// <summary>Who must sign, how and until when: what signatures are measured against, and what a report calls things.</summary>
/// <param name="Title">Title of the convention.</param>
/// <param name="KindLabel">What it is for, in French.</param>
/// <param name="Parties">Who must sign, in the order of a sequential signing.</param>
/// <param name="InOrder">Whether they sign in that order.</param>
/// <param name="Level">Level every signature must reach.</param>
/// <param name="SignableUntil">First instant at which it is too late to sign.</param>
public sealed record JournalTerms(string Title, string KindLabel, IReadOnlyList<JournalParty> Parties, bool InOrder, SignatureLevel Level, DateTimeOffset SignableUntil)
{
    /// <summary>The terms of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="signableUntil">First instant at which it is too late to sign.</param>
    public static JournalTerms Of(ConventionText text, DateTimeOffset signableUntil) =>
        new(text.Title, text.KindLabel, [.. text.Parties.Select(party => new JournalParty(party.Institution, party.DisplayName))], text.InOrder, text.Level, signableUntil);
}

/// <summary>A party.</summary>
/// <param name="Institution"><c>institutions/{institution}</c>.</param>
/// <param name="Name">Its legal name.</param>
public sealed record JournalParty(string Institution, string Name);
