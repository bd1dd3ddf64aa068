using Microsoft.EntityFrameworkCore;
using Reseau.Referrals.Notifications;

namespace Reseau.Referrals.Views;

/// <summary>A message as the list of an institution shows it.</summary>
/// <param name="Row">The message.</param>
/// <param name="News">How many pieces of news it carries.</param>
/// <param name="Person">What its person wants now; null when they set nothing any more.</param>
public sealed record ListedDelivery(DeliveryRow Row, int News, PreferencesRow? Person);

/// <summary>The messages of an institution, newest first.</summary>
public static class DeliveryPages
{
    /// <summary>One page.</summary>
    /// <param name="db">The database.</param>
    /// <param name="institution">Institution id.</param>
    /// <param name="state">Only those in this state; all when null.</param>
    /// <param name="after">Where the page before ended.</param>
    /// <param name="size">How many rows.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static async Task<List<ListedDelivery>> PageAsync(
        ReferralsDb db, string institution, DeliveryState? state, (DateTimeOffset CreatedAt, string Id)? after, int size, CancellationToken cancellation)
    {
        var rows = db.Deliveries.AsNoTracking().Where(row => row.Institution == institution);
        if (state is { } only) rows = rows.Where(row => row.State == only);
        if (after is { } last) rows = rows.Where(row => row.CreatedAt < last.CreatedAt || (row.CreatedAt == last.CreatedAt && string.Compare(row.Id, last.Id) < 0));
        var page = await rows.OrderByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id).Take(size)
            .Select(row => new { Row = row, News = db.DeliveryItems.Count(item => item.Delivery == row.Id), Person = db.NotificationPreferences.SingleOrDefault(person => person.Subject == row.Subject) })
            .ToListAsync(cancellation);
        return [.. page.Select(one => new ListedDelivery(one.Row, one.News, one.Person))];
    }
}
