using System.Collections.Concurrent;

namespace Reseau.Chaos;

/// <summary>What the clients know: the commands that were answered, and the submissions that were given up without an answer.</summary>
public sealed class Ledger
{
    private readonly ConcurrentBag<Answered> _answered = [];
    private readonly ConcurrentBag<string> _abandoned = [];
    private readonly ConcurrentBag<string> _surprises = [];

    /// <summary>A command that was answered.</summary>
    /// <param name="RequestId">Its request id.</param>
    /// <param name="Name">The referral.</param>
    /// <param name="Version">The version it led to.</param>
    public sealed record Answered(string RequestId, string Name, long Version);

    /// <summary>Every command that was answered.</summary>
    public IReadOnlyCollection<Answered> Acknowledged => _answered;

    /// <summary>Submissions whose sender never learned what became of them: each may exist, once.</summary>
    public IReadOnlyCollection<string> Abandoned => _abandoned;

    /// <summary>Answers that a correct network never gives.</summary>
    public IReadOnlyCollection<string> Surprises => _surprises;

    /// <summary>A command was answered.</summary>
    public void Acknowledge(string requestId, string name, string etag) =>
        _answered.Add(new(requestId, name, long.Parse(etag.Trim('"'), System.Globalization.CultureInfo.InvariantCulture)));

    /// <summary>A client gave up.</summary>
    public void Abandon(string requestId) => _abandoned.Add(requestId);

    /// <summary>Something came that should not.</summary>
    public void Surprise(string what) => _surprises.Add(what);
}
