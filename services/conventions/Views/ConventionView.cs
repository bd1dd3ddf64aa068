using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Reseau.Conventions.Domain;
using Reseau.Conventions.Subscriptions;
using Reseau.Hosting.Log;
using Reseau.Kernel;

namespace Reseau.Conventions.Views;

/// <summary>Keeps every convention, folded and without its text, on the lists of those who may see it, with what time does to it next.</summary>
public sealed class ConventionView : View<ConventionsDb>
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

    /// <inheritdoc />
    public override async Task ApplyAsync(ConventionsDb db, RecordedEvent recorded, CancellationToken cancellation)
    {
        if (recorded.Body is not ConventionEvent happened) return;
        var row = happened is ConventionDrafted ? null : await db.Conventions.FindAsync([recorded.Stream], cancellation);
        var before = row is null ? null : Read(row);
        var next = Convention.Evolve(before, recorded.Stream, recorded.Version, recorded.OccurredAt, happened);
        next = next with { Content = next.Content.WithoutText() };
        if (row is null) db.Conventions.Add(row = new() { Name = recorded.Stream, Body = "", PlainTitle = "" });
        Keep(row, next);
        await SetAsync(db, row, next, cancellation);
        await KeepMembershipsAsync(db, before, next, row.EndDay, cancellation);
        if (happened is ConventionSigned && Transitions.IsSigned(next.State)) Bind(db, next);
    }

    /// <inheritdoc />
    public override async Task ClearAsync(ConventionsDb db, CancellationToken cancellation)
    {
        await db.Conventions.ExecuteDeleteAsync(cancellation);
        await db.Memberships.ExecuteDeleteAsync(cancellation);
        await db.Bonds.ExecuteDeleteAsync(cancellation);
    }

    /// <summary>Sets the timers of the conventions of some institutions again: who is part of the network is not who was.</summary>
    public static async Task SetAllOfAsync(ConventionsDb db, string[] institutions, CancellationToken cancellation)
    {
        // What has a timer may be left by a party; what is over has none, and a draft binds nobody.
        var rows = await db.Conventions.Where(row => row.DueAt != null && db.Memberships.Any(member => member.Convention == row.Name && EF.Parameter(institutions).Contains(member.Institution))).ToListAsync(cancellation);
        foreach (var row in rows) await SetAsync(db, row, Read(row), cancellation);
    }

    /// <summary>The convention of a row, without its text.</summary>
    public static Convention Read(ConventionRow row) => JsonSerializer.Deserialize<Convention>(row.Body, Json)!;

    private static void Keep(ConventionRow row, Convention next)
    {
        (row.Version, row.Body, row.State, row.Kind, row.Private) = (next.Version, JsonSerializer.Serialize(next, Json), next.State, next.Content.Kind, next.IsPrivate);
        (row.PlainTitle, row.EndDay) = (PlainWords.Of(next.Content.Title), next.Content.EndDate?.DayNumber ?? 0);
        row.SignedSha256 = next.Signatures.Count > 0 && !next.Missing.Any() ? next.Proposal?.DocumentSha256 : null;
    }

    private static async Task SetAsync(ConventionsDb db, ConventionRow row, Convention convention, CancellationToken cancellation)
    {
        var departures = convention.IsPrivate ? [] : await Departures.AmongAsync(db, convention.Content.Institutions, cancellation);
        var timer = Deadlines.Next(convention, departures);
        (row.TimerKind, row.DueAt) = (timer?.Kind, timer?.DueAt);
    }

    private static async Task KeepMembershipsAsync(ConventionsDb db, Convention? before, Convention next, int endDay, CancellationToken cancellation)
    {
        var (known, members) = (Members(before), Members(next));
        var signers = next.NextSigners.ToHashSet(StringComparer.Ordinal);
        foreach (var institution in known.Union(members, StringComparer.Ordinal))
        {
            var row = known.Contains(institution) ? await db.Memberships.FindAsync([next.Name, institution], cancellation) : null;
            if (!members.Contains(institution))
            {
                if (row is not null) db.Memberships.Remove(row);
                continue;
            }
            if (row is null) db.Memberships.Add(row = new() { Institution = institution, Convention = next.Name });
            (row.EndDay, row.ToSign) = (endDay, signers.Contains(institution));
        }
    }

    // Whose list it is on: its parties' once it was proposed, and always its author's.
    private static HashSet<string> Members(Convention? convention) =>
        convention is null ? [] : convention.Between.Parties.Append(convention.Author).ToHashSet(StringComparer.Ordinal);

    private static void Bind(ConventionsDb db, Convention next) => db.Bonds.AddRange(next.Content.ReferralTerms
        .Select(terms => (terms.From, terms.To)).Distinct().Select(pair => new BondRow { Convention = next.Name, Sender = pair.From, Recipient = pair.To }));
}
