using Google.Protobuf;
using Grpc.Core;
using Reseau.Hosting.Access;
using Reseau.Hosting.Log;
using Reseau.Kernel;
using Reseau.Training.Domain.Professionals;
using Reseau.Training.Views;
using Contract = Reseau.Training.V1;

namespace Reseau.Training.Rpc;

/// <summary>A record that is about to change.</summary>
/// <param name="Current">The record.</param>
/// <param name="Person">Who it is; null once erased.</param>
/// <param name="Managed">Whether the caller speaks for its institution; otherwise it is their own.</param>
internal sealed record ChangedRecord(Professional Current, PersonRow? Person, bool Managed);

/// <summary>Changes the record of a professional, always the same way: load, check whose it is, check what was seen, decide, append, answer.</summary>
internal sealed class ProfessionalChanges(CommandLog<TrainingDb> commands, ProfessionalStore store, TimeProvider clock)
{
    /// <summary>Changes a record.</summary>
    /// <param name="context">The call.</param>
    /// <param name="request">The request, for its fingerprint.</param>
    /// <param name="target">Name, etag and request id of the request, and whether only the institution may ask.</param>
    /// <param name="violations">What was wrong so far.</param>
    /// <param name="decide">Takes the decision, in the transaction.</param>
    public async Task<Contract.Professional> ChangeAsync(
        ServerCallContext context, IMessage request, (string Name, string Etag, string RequestId, bool ByInstitution) target, Violations violations,
        Func<LogUnit<TrainingDb>, ChangedRecord, CancellationToken, Task<Decision<ProfessionalEvent>>> decide)
    {
        var asked = ResourceName.Parse(target.Name, "professionals", "name", violations).ToString();
        Commands.RequireRequestId(target.RequestId, violations);
        violations.ThrowIfAny();

        var caller = Caller.Of(context);
        var result = await commands.ExecuteAsync(Commands.From(context, request, target.RequestId, clock), async (unit, cancellation) =>
        {
            var name = asked == ProfessionalStore.Me ? await ProfessionalStore.OwnAsync(unit.Db, caller, cancellation) ?? throw Caller.NotAllowed() : asked;
            var current = ProfessionalStore.Fold(name, await unit.ReadAsync(name, cancellation)) ?? throw Caller.NotAllowed();
            var person = await unit.Db.Persons.FindAsync([name], cancellation);
            var record = new ChangedRecord(current, person, ProfessionalReach.Manages(caller, current.Institution));
            if (!record.Managed && (target.ByInstitution || !ProfessionalReach.IsOwn(caller, person?.Subject))) throw Caller.NotAllowed();
            Etag.Check(target.Etag, name, current.Version);
            return await unit.AppendAsync(name, current.Version, (await decide(unit, record, cancellation)).EventsOrThrow(), cancellation);
        }, context.CancellationToken);
        return await store.AnswerAsync(result, caller, context.CancellationToken);
    }
}
