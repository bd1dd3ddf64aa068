using Microsoft.EntityFrameworkCore;
using Reseau.Conventions.Domain;
using Reseau.Hosting.Log;
using Reseau.Kernel;

namespace Reseau.Conventions.Views;

/// <summary>Keeps the list of governance bodies, and who sits in them.</summary>
public sealed class BodyView : View<ConventionsDb>
{
    /// <inheritdoc />
    public override async Task ApplyAsync(ConventionsDb db, RecordedEvent recorded, CancellationToken cancellation)
    {
        if (recorded.Body is not BodyEvent happened) return;
        var content = happened switch { BodySetUp setUp => setUp.Content, BodyChanged changed => changed.Content, _ => null };
        if (content is null) return;
        var row = await db.Bodies.FindAsync([recorded.Stream], cancellation);
        if (row is null) db.Bodies.Add(row = new() { Name = recorded.Stream, PlainTitle = "" });
        row.PlainTitle = PlainWords.Of(content.Title);
        await db.Seats.Where(seat => seat.Body == recorded.Stream).LoadAsync(cancellation);
        var known = db.Seats.Local.Where(seat => seat.Body == recorded.Stream).ToDictionary(seat => seat.Institution, StringComparer.Ordinal);
        foreach (var institution in content.Members.Select(member => member.Institution).Distinct(StringComparer.Ordinal))
        {
            if (!known.Remove(institution)) db.Seats.Add(new() { Body = recorded.Stream, Institution = institution });
        }
        db.Seats.RemoveRange(known.Values);
    }

    /// <inheritdoc />
    public override async Task ClearAsync(ConventionsDb db, CancellationToken cancellation)
    {
        await db.Bodies.ExecuteDeleteAsync(cancellation);
        await db.Seats.ExecuteDeleteAsync(cancellation);
    }
}
