using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Log;
using Reseau.Referrals.Domain;
using Reseau.Referrals.Views;
using Contract = Reseau.Referrals.V1;

namespace Reseau.Referrals.Rpc;

/// <summary>A referral with its history and its personal data, as they are at one version.</summary>
/// <param name="Referral">The state.</param>
/// <param name="History">The events up to that version.</param>
/// <param name="Personal">What lies beside the log; empty parts once erased.</param>
internal sealed record StoredReferral(Referral Referral, IReadOnlyList<RecordedEvent> History, PersonalFile Personal)
{
    /// <summary>The referrals of its chain, the others as they are now, oldest first; none when it stands alone.</summary>
    public IReadOnlyList<WorklistRow> Chain { get; init; } = [];
}

/// <summary>Reads referrals back from the log and the personal data beside it.</summary>
internal sealed class ReferralStore(LogReader<ReferralsDb> log, IDbContextFactory<ReferralsDb> databases)
{
    /// <summary>A referral up to a version; null when it does not exist.</summary>
    public async Task<StoredReferral?> FindAsync(string name, long upTo, CancellationToken cancellation)
    {
        var history = await log.ReadStreamAsync(name, upTo, cancellation);
        if (Fold(name, history) is not { } referral) return null;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return new(referral, history, await PersonalAsync(db, name, cancellation))
        {
            Chain = referral.FirstOfChain is { } first ? AsOf(referral, (await Chains.OfAsync(db, [first], cancellation))[first]) : [],
        };
    }

    /// <summary>The personal data of a referral; empty once erased.</summary>
    public static async Task<PersonalFile> PersonalAsync(ReferralsDb db, string name, CancellationToken cancellation)
    {
        var parts = await PersonalData.OpenAsync(db, [name], only: null, cancellation);
        return new(parts.ToDictionary(p => p.Key.Part, p => p.Value, StringComparer.Ordinal));
    }

    /// <summary>What was sent of a referral, within a command that found it not erased.</summary>
    public static async Task<Contract.Referral> FileAsync(ReferralsDb db, string name, CancellationToken cancellation)
    {
        var parts = await PersonalData.OpenAsync(db, [name], PersonalFile.Submission, cancellation);
        return Contract.Referral.Parser.ParseFrom(parts[(name, PersonalFile.Submission)]);
    }

    /// <summary>A referral as its submission leaves it: what a reading would find, without reading.</summary>
    public static StoredReferral Submitted(StreamVersion result, Contract.Referral submission) => new(
        Fold(result.Stream, result.Appended)!, result.Appended,
        new(new Dictionary<string, byte[]>(StringComparer.Ordinal) { [PersonalFile.Submission] = submission.ToByteArray() }));

    /// <summary>The state that a history leads to; null for an empty one.</summary>
    public static Referral? Fold(string name, IReadOnlyList<RecordedEvent> history) => history.Aggregate((Referral?)null,
        (current, recorded) => Referral.Evolve(current, name, recorded.Version, recorded.OccurredAt, (ReferralEvent)recorded.Body));

    // A retry is answered as of its version: what this one became later is not told, nor what went on in its place.
    private static List<WorklistRow> AsOf(Referral referral, IEnumerable<WorklistRow> chain)
    {
        var links = chain.ToList();
        if (links.Find(link => link.Name == referral.Name) is not { } own) return [];
        (own.State, own.Standing, own.RedirectedTo) = (referral.State, ChainStates.Of(referral.State, referral.Outcome), referral.RedirectedTo?.Referral);
        if (own.RedirectedTo is null) links.RemoveAll(link => link.Hop > own.Hop);
        return links;
    }

    /// <summary>The persons of a page of referrals; the erased ones are absent.</summary>
    public static async Task<Dictionary<string, Contract.Beneficiary>> BeneficiariesAsync(
        ReferralsDb db, IReadOnlyCollection<string> names, CancellationToken cancellation)
    {
        var parts = await PersonalData.OpenAsync(db, names, PersonalFile.Submission, cancellation);
        return parts.ToDictionary(p => p.Key.Subject, p => Contract.Referral.Parser.ParseFrom(p.Value).Beneficiary, StringComparer.Ordinal);
    }
}

/// <summary>The personal parts of one referral, by name.</summary>
internal sealed class PersonalFile(IReadOnlyDictionary<string, byte[]> parts)
{
    /// <summary>What was sent: person, need, whom to call back.</summary>
    public const string Submission = "submission";

    /// <summary>What was said with an event, or the place of an appointment.</summary>
    public static string Said(long version) => $"said:{version}";

    /// <summary>The submission; empty once erased.</summary>
    public Contract.Referral Sent => Part(Submission, Contract.Referral.Parser) ?? new() { Beneficiary = new() };

    /// <summary>What was said with an event.</summary>
    public Contract.TimelineEntry? SaidAt(long version) => Part(Said(version), Contract.TimelineEntry.Parser);

    private TMessage? Part<TMessage>(string name, MessageParser<TMessage> parser) where TMessage : class, IMessage<TMessage> =>
        parts.TryGetValue(name, out var bytes) ? parser.ParseFrom(bytes) : null;
}
