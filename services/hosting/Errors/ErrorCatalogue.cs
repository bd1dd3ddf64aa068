using System.Globalization;
using System.Resources;
using Grpc.Core;
using Reseau.Kernel;

namespace Reseau.Hosting.Errors;

/// <summary>
/// The reasons of a service: each with its canonical code, and a French sentence in the resource file beside it that
/// says what to do next. A reason outside the catalogue is a bug and answers INTERNAL.
/// </summary>
public sealed class ErrorCatalogue
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr");
    private readonly Dictionary<string, (StatusCode Code, ResourceManager Sentences)> _reasons = new(StringComparer.Ordinal);

    /// <summary>The reasons that any service may answer, and the service's own.</summary>
    /// <param name="domain">Owner of the reasons, e.g. <c>referrals.reseau</c>.</param>
    public ErrorCatalogue(string domain)
    {
        Domain = domain;
        CommonErrors.AddTo(this);
    }

    /// <summary>Owner of the reasons.</summary>
    public string Domain { get; }

    /// <summary>All reasons, in alphabetical order.</summary>
    public IEnumerable<(string Reason, StatusCode Code, string French)> All =>
        _reasons.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => (r.Key, r.Value.Code, Sentence(r.Key)));

    /// <summary>Declares a reason.</summary>
    public ErrorCatalogue Add(string reason, StatusCode code, ResourceManager sentences)
    {
        _reasons.Add(reason, (code, sentences));
        return this;
    }

    /// <summary>The code of a reason; null when the catalogue lacks it.</summary>
    public StatusCode? CodeOf(string reason) => _reasons.TryGetValue(reason, out var found) ? found.Code : null;

    /// <summary>What to tell the person, with the facts it names in braces, e.g. <c>{clause}</c>.</summary>
    public string Sentence(Refusal refusal) =>
        refusal.Facts.Aggregate(Sentence(refusal.Reason), (sentence, fact) => sentence.Replace($"{{{fact.Key}}}", fact.Value, StringComparison.Ordinal));

    /// <summary>What to tell the person.</summary>
    public string Sentence(string reason) => _reasons[reason].Sentences.GetString(reason, French)
        ?? throw new MissingManifestResourceException($"No French sentence for {reason}.");
}
