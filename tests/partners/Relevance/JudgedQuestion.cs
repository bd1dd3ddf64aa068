namespace Reseau.Partners.Tests.Relevance;

/// <summary>A question of the desk, and the services a reception agent would be glad to see first.</summary>
/// <param name="Text">As typed.</param>
/// <param name="Commune">INSEE code of where the person lives; null when the text says it, or nobody does.</param>
/// <param name="Acceptable">Ids; one may hold a <c>*</c> for whatever stands there.</param>
internal sealed record JudgedQuestion(string Text, string? Commune, params string[] Acceptable)
{
    public bool Accepts(string id) => Acceptable.Any(pattern => pattern.Split('*') switch
    {
        [var start, var end] => id.Length >= pattern.Length - 1 && id.StartsWith(start, StringComparison.Ordinal) && id.EndsWith(end, StringComparison.Ordinal),
        _ => id == pattern,
    });
}
