using Microsoft.EntityFrameworkCore;
using Reseau.Events.V1;
using Reseau.Hosting.Contracts;
using Reseau.Hosting.Messaging;
using Reseau.Referrals.Views;

namespace Reseau.Referrals.Subscriptions;

/// <summary>Learns from the directory which services exist, who answers for them, whether they take referrals, whether they are closed, where they are, when nobody is there, and which institutions have left.</summary>
public sealed class DirectorySubscription : ISubscription<ReferralsDb>
{
    private const string Institutions = "institutions/";

    // Of the states of a capacity, the one that sends people away; with a waiting list somebody answers all the same.
    private const string Closed = "CLOSED";

    /// <inheritdoc />
    public string Source => "partners";

    /// <inheritdoc />
    public async Task HandleAsync(ReferralsDb db, IReadOnlyList<Change> changes, CancellationToken cancellation)
    {
        await KeepPlacesAsync(db, changes, cancellation);
        await KeepDeparturesAsync(db, changes, cancellation);
        var news = changes.Where(change => change.BodyCase is Change.BodyOneofCase.ServicePublished or Change.BodyOneofCase.ServiceArchived or Change.BodyOneofCase.CapacityStated).ToList();
        if (news.Count == 0) return;
        var names = news.Select(change => change.Stream).Distinct(StringComparer.Ordinal).ToArray();
        var known = await db.KnownServices.Where(service => EF.Parameter(names).Contains(service.Name)).ToDictionaryAsync(service => service.Name, StringComparer.Ordinal, cancellation);
        var absencesBefore = known.Values.ToDictionary(row => row.Name, row => row.Away, StringComparer.Ordinal);
        foreach (var change in news)
        {
            var row = known.GetValueOrDefault(change.Stream);
            if (change.ServicePublished is { } published)
            {
                if (row is null) db.KnownServices.Add(row = known[change.Stream] = new() { Name = change.Stream, DisplayName = "", Institution = "" });
                row.DisplayName = published.DisplayName;
                row.Institution = published.Institution[Institutions.Length..];
                row.AcceptsReferrals = published.AcceptsReferrals;
                row.Structure = published.Structure.Length == 0 ? null : published.Structure;
                row.Away = published.Away.Count == 0 ? null : string.Join(' ', published.Away.Select(away => $"{away.FromDate}/{away.UntilDate}"));
            }
            else if (change.CapacityStated is { } room)
            {
                if (row is not null) (row.Closed, row.ClosedUntil) = (room.State == Closed, room.UntilDate.Length == 0 ? null : Day(room.UntilDate));
            }
            else if (row is not null)
            {
                row.AcceptsReferrals = false;
            }
        }
        var changed = absencesBefore.Where(before => known[before.Key].Away != before.Value).Select(before => before.Key).ToArray();
        if (changed.Length > 0) await TimerView.SetAllOfAsync(db, changed, cancellation);
    }

    // Its services stay known as they are: they are referred to again once it is back.
    private static async Task KeepDeparturesAsync(ReferralsDb db, IReadOnlyList<Change> changes, CancellationToken cancellation)
    {
        foreach (var change in changes.Where(change => change.BodyCase == Change.BodyOneofCase.InstitutionMoved))
        {
            var institution = change.Stream[Institutions.Length..];
            var row = await db.DepartedInstitutions.FindAsync([institution], cancellation);
            var hasLeft = change.InstitutionMoved.ToState == InstitutionStates.Archived;
            if (hasLeft && row is null) db.DepartedInstitutions.Add(new() { Institution = institution });
            else if (!hasLeft && row is not null) db.DepartedInstitutions.Remove(row);
        }
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "O", System.Globalization.CultureInfo.InvariantCulture);

    private static async Task KeepPlacesAsync(ReferralsDb db, IReadOnlyList<Change> changes, CancellationToken cancellation)
    {
        var places = changes.Where(change => change.BodyCase == Change.BodyOneofCase.StructurePublished).ToList();
        if (places.Count == 0) return;
        var names = places.Select(change => change.Stream).Distinct(StringComparer.Ordinal).ToArray();
        var known = await db.KnownStructures.Where(place => EF.Parameter(names).Contains(place.Name)).ToDictionaryAsync(place => place.Name, StringComparer.Ordinal, cancellation);
        foreach (var change in places)
        {
            if (known.TryGetValue(change.Stream, out var row)) row.InseeCode = change.StructurePublished.InseeCode;
            else db.KnownStructures.Add(known[change.Stream] = new() { Name = change.Stream, InseeCode = change.StructurePublished.InseeCode });
        }
    }
}
