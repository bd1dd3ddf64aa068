using Reseau.Journeys.Browsing;
using Reseau.Journeys.Local;

namespace Reseau.Journeys.Rpc;

/// <summary>The tests that share one running local edition.</summary>
[CollectionDefinition(Name)]
public sealed class LocalEditionTests : ICollectionFixture<RunningEdition>, ICollectionFixture<Chromium>
{
    /// <summary>Name of the collection.</summary>
    public const string Name = "one local edition";
}
