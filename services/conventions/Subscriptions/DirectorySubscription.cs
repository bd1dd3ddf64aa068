using Reseau.Conventions.Domain;
using Reseau.Conventions.Views;
using Reseau.Events.V1;
using Reseau.Hosting.Contracts;
using Reseau.Hosting.Messaging;

namespace Reseau.Conventions.Subscriptions;

/// <summary>
/// Learns from the directory who has left the network and who came back. The conventions of who has left are due at once: time acts on them
/// (<see cref="TimerDecider"/>), each in a transaction of its own with the policies that it commanded.
/// </summary>
public sealed class DirectorySubscription : ISubscription<ConventionsDb>
{
    /// <inheritdoc />
    public string Source => "partners";

    /// <inheritdoc />
    public async Task HandleAsync(ConventionsDb db, IReadOnlyList<Change> changes, CancellationToken cancellation)
    {
        var moves = changes.Where(change => change.BodyCase == Change.BodyOneofCase.InstitutionMoved).ToList();
        foreach (var move in moves)
        {
            var institution = IdOf(move);
            var row = await db.DepartedInstitutions.FindAsync([institution], cancellation);
            var hasLeft = move.InstitutionMoved.ToState == InstitutionStates.Archived;
            if (hasLeft && row is null) db.DepartedInstitutions.Add(new() { Institution = institution, LeftAt = move.OccurTime.ToDateTimeOffset() });
            else if (!hasLeft && row is not null) db.DepartedInstitutions.Remove(row);
        }
        if (moves.Count == 0) return;
        // The timers are set on what the table says.
        await db.SaveChangesAsync(cancellation);
        await ConventionView.SetAllOfAsync(db, [.. moves.Select(IdOf).Distinct(StringComparer.Ordinal)], cancellation);
    }

    private static string IdOf(Change change) => change.Stream[Codes.Institutions.Length..];
}
