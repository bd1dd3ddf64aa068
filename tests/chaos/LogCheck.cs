namespace Reseau.Chaos;

/// <summary>Compares the log with what the clients know.</summary>
public sealed class LogCheck(Tables tables, Ledger ledger)
{
    /// <summary>
    /// Every acknowledged command is there, at the version it was told, by one event. What was given up may be there too;
    /// nothing else is.
    /// </summary>
    public void HoldsEachAcknowledgedCommandOnce()
    {
        var (recorded, acknowledged) = HasLostNothing();
        Assert.Equal(ledger.Acknowledged.Count, acknowledged.Count);
        Assert.Empty(recorded.Except(acknowledged, StringComparer.Ordinal).Select(RequestOf).Except(ledger.Abandoned, StringComparer.Ordinal));
    }

    /// <summary>Every acknowledged command is there, and none twice, while others may still be on their way.</summary>
    /// <returns>What is recorded, and what was acknowledged.</returns>
    public (List<string> Recorded, HashSet<string> Acknowledged) HasLostNothing()
    {
        // Taken first: what is acknowledged from now on may not be in the log that is read.
        var acknowledged = ledger.Acknowledged.Select(answer => $"{answer.RequestId}|{answer.Name}|{answer.Version}").ToHashSet(StringComparer.Ordinal);
        var recorded = tables.Rows("referrals.db", "SELECT request_id, stream, version FROM events ORDER BY position");
        Assert.Equal(recorded.Count, recorded.Select(RequestOf).Distinct(StringComparer.Ordinal).Count());
        Assert.Empty(acknowledged.Except(recorded, StringComparer.Ordinal));
        return (recorded, acknowledged);
    }

    private static string RequestOf(string row) => row.Split('|')[0];
}
