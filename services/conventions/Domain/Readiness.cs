using Reseau.Kernel;

namespace Reseau.Conventions.Domain;

/// <summary>What a text must say before it is sent to those who sign it.</summary>
public static class Readiness
{
    private const int FewestParties = 2;

    /// <summary>Why it cannot be proposed; null when it can.</summary>
    public static Refusal? Check(ConventionContent content, DateOnly today)
    {
        var missing = Missing(content, today).ToList();
        return missing.Count == 0 ? null : new("CONVENTION_NOT_READY", "Something is missing before it can be proposed.", ("missing", string.Join(", ", missing)));
    }

    /// <summary>What is missing, as paths of the content.</summary>
    public static IEnumerable<string> Missing(ConventionContent content, DateOnly today)
    {
        if (content.Parties.Count < FewestParties) yield return "parties";
        foreach (var party in content.Parties.Where(party => party.DisplayName.Length == 0)) yield return $"parties.{party.Institution}.display_name";
        foreach (var party in content.Parties.Where(party => party.Function.Length == 0)) yield return $"parties.{party.Institution}.function";
        if (content.Clauses.Count == 0) yield return "clauses";
        if (content.StartDate is null) yield return "start_date";
        if (content.EndDate is null || content.EndDate < today) yield return "end_date";
        if (content.SignBefore < today) yield return "sign_before";
        foreach (var key in Clauses.Unresolved(content)) yield return $"values.{key}";
    }

    /// <summary>Refuses a content that speaks of an institution which is no party of it.</summary>
    public static Refusal? Stranger(ConventionContent content)
    {
        var named = content.Commitments.Select(commitment => commitment.Institution)
            .Concat(content.ReferralTerms.SelectMany(terms => (string[])[terms.From, terms.To]))
            .Concat(content.Financing?.Fundings.Select(funding => funding.Institution).Where(institution => institution.Length > 0) ?? []);
        return named.FirstOrDefault(institution => content.PartyOf(institution) is null) is { } stranger
            ? new("NOT_A_PARTY", "An institution is named that is no party.", ("institution", Codes.Institution(stranger)))
            : null;
    }
}
