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
    public async Task HandleAsync(ReferralsDb db, Change change, CancellationToken cancellation)
    {
        switch (change.BodyCase)
        {
            case Change.BodyOneofCase.ServicePublished:
                var published = change.ServicePublished;
                var row = await db.KnownServices.FindAsync([change.Stream], cancellation);
                if (row is null) db.KnownServices.Add(row = new() { Name = change.Stream, DisplayName = "", Institution = "" });
                row.DisplayName = published.DisplayName;
                row.Institution = published.Institution[Institutions.Length..];
                row.AcceptsReferrals = published.AcceptsReferrals;
                break;
            case Change.BodyOneofCase.ServiceArchived:
                if (await db.KnownServices.FindAsync([change.Stream], cancellation) is { } archived) archived.AcceptsReferrals = false;
                break;
            default:
                break;
        }
    }
}
