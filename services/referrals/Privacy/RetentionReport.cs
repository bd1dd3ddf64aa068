using System.Globalization;

namespace Reseau.Referrals.Privacy;

/// <summary>What a run did, or would do: counts, no persons.</summary>
/// <param name="Lines">By institution, then by month of the last contact.</param>
public sealed record RetentionReport(IReadOnlyList<RetentionLine> Lines)
{
    /// <summary>Referrals that were, or would be, erased.</summary>
    public int Erased => Lines.Sum(line => line.Erased);

    /// <summary>Drafts that were, or would be, thrown away.</summary>
    public int Drafts => Lines.Sum(line => line.Drafts);

    /// <summary>Referrals whose time is over though they are open.</summary>
    public int Open => Lines.Sum(line => line.Open);
}

/// <summary>The referrals that an institution sent, or has written, by the month of their last contact.</summary>
/// <param name="Institution">Institution id.</param>
/// <param name="Month">First day of that month.</param>
/// <param name="Erased">Closed: erased.</param>
/// <param name="Open">Open: left to somebody who closes them.</param>
public sealed record RetentionLine(string Institution, DateOnly Month, int Erased, int Open)
{
    /// <summary>Drafts: thrown away.</summary>
    public int Drafts { get; init; }

    /// <inheritdoc />
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Institution}, last contact {Month:yyyy-MM}: {Erased} to erase, {Open} still open, {Drafts} drafts to throw away");
}
