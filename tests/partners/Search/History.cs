using Reseau.Partners.Domain;
using Reseau.Partners.Search;

namespace Reseau.Partners.Tests.Search;

/// <summary>Feeds an index with events that happened at one moment, for tests in which the moment does not matter.</summary>
internal static class History
{
    public static readonly DateTimeOffset At = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    public static void Apply(this DirectoryIndex index, IReadOnlyCollection<PartnerEvent> events) =>
        index.Apply([.. events.Select(happened => new DirectoryChange(happened, At))]);
}
