using System.Globalization;
using Reseau.Benchmarks.Data;
using Reseau.Partners.Search;

namespace Reseau.Benchmarks.Engines;

/// <summary>Our index, called in this process.</summary>
internal sealed class InProcessEngine(DirectoryIndex index, bool withFacets) : ISetEngine
{
    private static readonly int IdPrefix = "service-".Length;

    public string Name => withFacets ? "Réseau, in process, with facets" : "Réseau, in process";

    public ValueTask<int> AskAsync(Question question, CancellationToken cancellation) =>
        ValueTask.FromResult(index.Search(withFacets ? question.Query with { WithFacets = true } : question.Query).Total);

    public ValueTask<ServiceSet> AllAsync(Question question, CancellationToken cancellation)
    {
        var hits = index.Search(question.Query with { Limit = index.Count }).Hits;
        return ValueTask.FromResult(ServiceSet.Of(hits.Select(hit => int.Parse(hit.ServiceId.AsSpan(IdPrefix), CultureInfo.InvariantCulture))));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
