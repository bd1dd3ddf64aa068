using Reseau.Benchmarks.Data;

namespace Reseau.Benchmarks.Engines;

/// <summary>Something that answers questions to the directory: the first page of twenty, with what a list shows of each hit, and how many there are.</summary>
internal interface IEngine : IAsyncDisposable
{
    /// <summary>As the tables call it.</summary>
    string Name { get; }

    /// <summary>How many services match.</summary>
    ValueTask<int> AskAsync(Question question, CancellationToken cancellation);
}

/// <summary>An engine that can tell all that matches.</summary>
internal interface ISetEngine : IEngine
{
    /// <summary>All services that match, in no order.</summary>
    ValueTask<ServiceSet> AllAsync(Question question, CancellationToken cancellation);
}
