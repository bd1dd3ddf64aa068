using Microsoft.EntityFrameworkCore;
using Reseau.Events.V1;
using Reseau.Hosting.Messaging;
using Reseau.Referrals.Views;

namespace Reseau.Referrals.Subscriptions;

/// <summary>Learns from the directory which services exist, who answers for them and whether they take referrals.</summary>
public sealed class DirectorySubscription : ISubscription<ReferralsDb>
{
    private const string Institutions = "institutions/";

    /// <inheritdoc />
    public string Source => "partners";

    /// <inheritdoc />
    public async Task HandleAsync(ReferralsDb db, IReadOnlyList<Change> changes, CancellationToken cancellation)
    {
        var news = changes.Where(change => change.BodyCase is Change.BodyOneofCase.ServicePublished or Change.BodyOneofCase.ServiceArchived).ToList();
        if (news.Count == 0) return;
        var names = news.Select(change => change.Stream).Distinct(StringComparer.Ordinal).ToArray();
        var known = await db.KnownServices.Where(service => EF.Parameter(names).Contains(service.Name)).ToDictionaryAsync(service => service.Name, StringComparer.Ordinal, cancellation);
        foreach (var change in news)
        {
            var row = known.GetValueOrDefault(change.Stream);
            if (change.ServicePublished is { } published)
            {
                if (row is null) db.KnownServices.Add(row = known[change.Stream] = new() { Name = change.Stream, DisplayName = "", Institution = "" });
                row.DisplayName = published.DisplayName;
                row.Institution = published.Institution[Institutions.Length..];
                row.AcceptsReferrals = published.AcceptsReferrals;
            }
            else if (row is not null)
            {
                row.AcceptsReferrals = false;
            }
        }
    }
}
