using System.Globalization;
using Reseau.Testing;

namespace Reseau.Chaos;

/// <summary>
/// What shows that a process died at a boundary and nowhere near it: its own database as it left it, and the broker's, which lives on.
/// </summary>
/// <param name="left">The database of the dead.</param>
/// <param name="alive">The databases of those who live.</param>
/// <param name="ledger">What the clients know.</param>
internal sealed class Evidence(Tables left, Tables alive, Ledger ledger)
{
    /// <summary>How far the directory has come in the log of the referrals.</summary>
    public static long HandledUpTo(Tables tables) => tables.Rows("partners.db", "SELECT position FROM cursors WHERE name = 'subscription:referrals'") is [var position]
        ? long.Parse(position, CultureInfo.InvariantCulture)
        : 0;

    /// <summary>Looks for it.</summary>
    /// <param name="boundary">Where it should have died.</param>
    /// <param name="position">The change it had come to.</param>
    public async Task ShowsAsync(Boundary boundary, long position)
    {
        switch (boundary)
        {
            case Boundary.AfterValidate:
                Assert.True(Head < position, $"{position} was committed.");
                break;

            case Boundary.AfterCommit:
                var request = left.Rows("referrals.db", $"SELECT request_id FROM events WHERE position = {Text(position)}").Single();
                Assert.DoesNotContain(ledger.Acknowledged, answer => answer.RequestId == request);
                break;

            case Boundary.BeforePublish:
                Assert.True(PublishedUpTo < position && Head >= position, $"The cursor is at {PublishedUpTo}, the log at {Head}.");
                Assert.Equal(0, WaitingAtTheBroker(position));
                break;

            case Boundary.AfterPublish:
                Assert.True(PublishedUpTo < position, $"The cursor is at {PublishedUpTo} already.");
                // The other service is quick: what it has taken in no longer waits.
                await Eventually.GetAsync(() => WaitingAtTheBroker(position) + (HandledUpTo(alive) >= position ? 1 : 0), found => found > 0);
                break;

            default:
                Assert.True(HandledUpTo(left) >= position, $"{position} was not handled.");
                Assert.True(WaitingAtTheBroker(position) > 0, $"{position} was acknowledged.");
                break;
        }
    }

    private long Head => left.Number("referrals.db", "SELECT MAX(position) FROM events");

    private long PublishedUpTo => left.Number("referrals.db", "SELECT position FROM cursors WHERE name = 'publisher'");

    private long WaitingAtTheBroker(long position) => alive.Number(
        "sidecar.db", $"SELECT COUNT(*) FROM queue WHERE app = 'partners' AND topic = 'referrals' AND json_extract(CAST(envelope AS TEXT), '$.data.position') = '{Text(position)}'");

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
