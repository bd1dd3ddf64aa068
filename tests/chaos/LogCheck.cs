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
        var recorded = tables.Rows("referrals.db", "SELECT request_id, stream, version FROM events ORDER BY position");
        Assert.Equal(recorded.Count, recorded.Select(RequestOf).Distinct(StringComparer.Ordinal).Count());

        var acknowledged = ledger.Acknowledged.Select(answer => $"{answer.RequestId}|{answer.Name}|{answer.Version}").ToHashSet(StringComparer.Ordinal);
        Assert.Equal(ledger.Acknowledged.Count, acknowledged.Count);
        Assert.Empty(acknowledged.Except(recorded, StringComparer.Ordinal));
        Assert.Empty(recorded.Except(acknowledged, StringComparer.Ordinal).Select(RequestOf).Except(ledger.Abandoned, StringComparer.Ordinal));
    }

    private static string RequestOf(string row) => row.Split('|')[0];
}
