using System.Text.RegularExpressions;
using Grpc.Core;
using Reseau.Conventions.Domain;
using Reseau.Conventions.Subscriptions;
using Reseau.Hosting.Access;
using Reseau.Kernel;
using Contract = Reseau.Conventions.V1;

namespace Reseau.Conventions.Rpc;

/// <summary>Saying yes and no, stopping and going on.</summary>
internal sealed partial class ConventionsEndpoint
{
    public override Task<Contract.Convention> SignConvention(Contract.SignConventionRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        CheckHash(request.DocumentSha256, violations);
        var caller = Caller.Of(context);
        return ChangeAsync(context, request, (request.Name, request.Etag, request.RequestId), violations, async (unit, current, cancellation) => ConventionDecider.Sign(current, new(
            caller.Institution, caller.Subject, caller.Name.Length > 0 ? caller.Name : caller.Subject, caller.AuthenticatedAt, request.DocumentSha256, request.MandateHeld, unit.Command.Now)
        {
            Departed = await Departures.IdsAmongAsync(unit.Db, current.Content.Institutions, cancellation),
        }).EventsOrThrow());
    }

    public override Task<Contract.Convention> DeclineConvention(Contract.DeclineConventionRequest request, ServerCallContext context) =>
        EndAsync(context, request, (request.Name, request.Etag, request.RequestId), ConventionAction.Decline, request.Reason);

    public override Task<Contract.Convention> WithdrawConvention(Contract.WithdrawConventionRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        var reason = violations.FreeText("reason", request.Reason, ReasonLength);
        return MoveAsync(context, request, (request.Name, request.Etag, request.RequestId), violations, ConventionAction.Withdraw, move => move with { Said = reason });
    }

    public override Task<Contract.Convention> SuspendConvention(Contract.SuspendConventionRequest request, ServerCallContext context) =>
        EndAsync(context, request, (request.Name, request.Etag, request.RequestId), ConventionAction.Suspend, request.Reason);

    public override Task<Contract.Convention> ResumeConvention(Contract.ResumeConventionRequest request, ServerCallContext context) =>
        MoveAsync(context, request, (request.Name, request.Etag, request.RequestId), new(), ConventionAction.Resume);

    public override Task<Contract.Convention> TerminateConvention(Contract.TerminateConventionRequest request, ServerCallContext context) =>
        EndAsync(context, request, (request.Name, request.Etag, request.RequestId), ConventionAction.Terminate, request.Reason);

    // What ends or stops something for others is explained to them.
    private Task<Contract.Convention> EndAsync(
        ServerCallContext context, Google.Protobuf.IMessage request, (string Name, string Etag, string RequestId) target, ConventionAction action, string said)
    {
        var violations = new Violations();
        var reason = ContentRules.RequiredFreeText("reason", said, ReasonLength, violations);
        return MoveAsync(context, request, target, violations, action, move => move with { Said = reason });
    }

    private static void CheckHash(string hash, Violations violations)
    {
        if (!HashShape().IsMatch(hash))
            violations.Add("document_sha256", "NOT_A_HASH", "SHA-256 in lower-case hexadecimal.", "Indiquez l'empreinte SHA-256 du document : 64 chiffres et lettres de a à f.");
    }

    [GeneratedRegex(@"^[0-9a-f]{64}\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HashShape();
}
