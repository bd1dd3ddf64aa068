using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Access;
using Reseau.Hosting.Contracts;
using Reseau.Hosting.Log;
using Reseau.Kernel;
using Reseau.Referrals.Attachments;
using Reseau.Referrals.Domain;
using Reseau.Referrals.Privacy;
using Reseau.Referrals.Views;
using Contract = Reseau.Referrals.V1;
using Date = Google.Type.Date;

namespace Reseau.Referrals.Rpc;

/// <summary>
/// The referral API, one file per verb. Every change goes the same way: permission (interceptor) → parse → load → check
/// the party → decide → append with views and personal data in one transaction → answer the version it led to.
/// </summary>
internal sealed partial class ReferralsEndpoint(
    CommandLog<ReferralsDb> commands, ReferralStore store, AttachmentStore attachments, SendingRules sending, LogReader<ReferralsDb> reader, IDbContextFactory<ReferralsDb> databases, TimeProvider clock)
    : Contract.ReferralsService.ReferralsServiceBase
{
    private const string Collection = "referrals";
    private const int MessageLength = 1000;

    /// <summary>Moves a referral: what all verbs but Submit share.</summary>
    /// <param name="context">The call.</param>
    /// <param name="request">The request, for its fingerprint.</param>
    /// <param name="target">Name, etag and request id of the request.</param>
    /// <param name="said">What is said with it; validated, kept beside the log.</param>
    /// <param name="violations">What was wrong so far.</param>
    /// <param name="action">What the caller does.</param>
    /// <param name="facts">Adds what the action needs to know.</param>
    private async Task<Contract.Referral> MoveAsync(
        ServerCallContext context, IMessage request, (string Name, string Etag, string RequestId) target, string said, Violations violations,
        ReferralAction action, Func<MoveReferral, MoveReferral>? facts = null)
    {
        var name = ResourceName.Parse(target.Name, Collection, "name", violations).ToString();
        Commands.RequireRequestId(target.RequestId, violations);
        violations.ThrowIfAny();

        var caller = Caller.Of(context);
        var result = await DecideAsync(Commands.From(context, request, target.RequestId, clock), caller, (name, target.Etag), said, action, facts, context.CancellationToken);
        return await AnswerAsync(result, caller, context.CancellationToken);
    }

    /// <summary>Loads, checks the party and the version, decides and appends.</summary>
    private Task<StreamVersion> DecideAsync(
        Command command, Caller caller, (string Name, string Etag) target, string said, ReferralAction action, Func<MoveReferral, MoveReferral>? facts, CancellationToken ended)
    {
        var name = target.Name;
        return commands.ExecuteAsync(command, async (unit, cancellation) =>
        {
            var history = await unit.ReadAsync(name, cancellation);
            var (current, side) = Party(name, history, caller);
            Etag.Check(target.Etag, name, current.SharedVersion);

            var move = new MoveReferral(side, action, unit.Command.Now) { SentIt = WasSentBy(caller, history), PlaceChanges = action == ReferralAction.Schedule && await PlaceChangesAsync(unit.Db, current, said, cancellation) };
            var events = ReferralDecider.Move(current, facts is null ? move : facts(move)).EventsOrThrow();
            if (events.Count > 0 && said.Length > 0)
                await PersonalData.SealAsync(unit.Db, name, PersonalFile.Said(current.Version + 1), new Contract.TimelineEntry { Message = said }, cancellation);
            if (events.Any(happened => happened is ReferralConsentWithdrawn)) await ForgetAsync(unit, current, cancellation);
            if (events.Any(happened => happened is ReferralDraftDiscarded)) await Forgetting.EraseAsync(unit.Db, name, cancellation);
            return await unit.AppendAsync(name, current.Version, events, cancellation);
        }, ended);
    }

    // What does not exist, and what is of others, look the same.
    private static (Referral Current, Side Side) Party(string name, IReadOnlyList<RecordedEvent> history, Caller caller)
    {
        var current = ReferralStore.Fold(name, history) ?? throw Caller.NotAllowed();
        return (current, current.SideOf(caller.Institution) ?? throw Caller.NotAllowed());
    }

    private static async Task<(Referral Current, Side Side)> FindAsync(LogUnit<ReferralsDb> unit, Caller caller, (string Name, string Etag) target, CancellationToken cancellation)
    {
        var (current, side) = Party(target.Name, await unit.ReadAsync(target.Name, cancellation), caller);
        Etag.Check(target.Etag, target.Name, current.SharedVersion);
        return (current, side);
    }

    // Somebody who works for both houses, each with a token of its own.
    private static bool WasSentBy(Caller caller, IReadOnlyList<RecordedEvent> history) =>
        history.Any(recorded => recorded.Body is ReferralSubmitted && recorded.Actor == caller.Subject && recorded.Institution != caller.Institution);

    // Time-ordered and random: new referrals sit side by side in every index, and nobody guesses a name.
    private static string NewName(DateTimeOffset now) => $"{Collection}/{Guid.CreateVersion7(now):N}";

    /// <summary>What must be said with an action; <paramref name="sentence"/> asks the person for it.</summary>
    private static string RequiredMessage(Violations violations, string message, string sentence)
    {
        var said = violations.FreeText("message", message, MessageLength);
        if (said.Length == 0) violations.Add("message", "REQUIRED", "message is required.", sentence);
        return said;
    }

    /// <summary>Until when somebody waits, or the work is paused.</summary>
    private static DateOnly? RequiredUntil(Violations violations, Date? until)
    {
        if (until is null) violations.Add("until_date", "REQUIRED", "until_date is required.", "Indiquez jusqu'à quel jour.");
        return violations.Day("until_date", until);
    }

    private static async Task<bool> PlaceChangesAsync(ReferralsDb db, Referral current, string place, CancellationToken cancellation)
    {
        if (current.AppointmentVersion is not { } version) return false;
        var parts = await PersonalData.OpenAsync(db, [current.Name], PersonalFile.Said(version), cancellation);
        return place != (new PersonalFile(parts.ToDictionary(p => p.Key.Part, p => p.Value, StringComparer.Ordinal)).SaidAt(version)?.Message ?? "");
    }

    private async Task<Contract.Referral> AnswerAsync(StreamVersion result, Caller caller, CancellationToken cancellation)
    {
        var stored = await store.FindAsync(result.Stream, result.Version, cancellation) ?? throw Caller.NotAllowed();
        return Answer(stored, caller);
    }

    private static Contract.Referral Answer(StoredReferral stored, Caller caller) =>
        ReferralMapper.ToMessage(stored, stored.Referral.SideOf(caller.Institution) ?? throw Caller.NotAllowed());
}
