using Grpc.Core;
using Reseau.Conventions.Domain;
using Reseau.Hosting.Access;
using Reseau.Hosting.Log;
using Reseau.Kernel;
using Contract = Reseau.Conventions.V1;

namespace Reseau.Conventions.Rpc;

/// <summary>Beginning and negotiating: create, update, propose, comment, amend.</summary>
internal sealed partial class ConventionsEndpoint
{
    public override async Task<Contract.Convention> CreateConvention(Contract.CreateConventionRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        var said = ContentRules.Read(request.Content ?? new(), violations, begins: true);
        Commands.RequireRequestId(request.RequestId, violations);
        violations.ThrowIfAny();

        var caller = Caller.Of(context);
        var result = await commands.ExecuteAsync(Commands.From(context, request, request.RequestId, clock), async (unit, cancellation) =>
        {
            var content = said;
            if (said.Template.Length > 0)
            {
                var (begun, refusal) = TemplateDecider.Begin(ConventionStore.FoldTemplate(said.Template, await unit.ReadAsync(said.Template, cancellation)), said);
                content = begun ?? throw new RefusedException(refusal!);
            }
            CheckReferences(content);
            return await unit.AppendAsync(NewName(unit.Command.Now), 0, ConventionDecider.Draft(caller.Institution, content).EventsOrThrow(), cancellation);
        }, context.CancellationToken);
        return await AnswerAsync(result, caller, context.CancellationToken);
    }

    public override Task<Contract.Convention> UpdateConvention(Contract.UpdateConventionRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        var content = ContentRules.Read(request.Content ?? new(), violations, begins: false);
        var comment = violations.FreeText("comment", request.Comment, CommentLength);
        if (request.Etag.Length == 0) violations.Add("etag", "REQUIRED", "etag is required.", "Relisez la convention avant de la modifier.");
        return MoveAsync(context, request, (request.Name, request.Etag, request.RequestId), violations, ConventionAction.Update, move =>
        {
            CheckReferences(content);
            return move with { Content = content, Said = comment };
        });
    }

    public override Task<Contract.Convention> ProposeConvention(Contract.ProposeConventionRequest request, ServerCallContext context) =>
        MoveAsync(context, request, (request.Name, request.Etag, request.RequestId), new(), ConventionAction.Propose);

    public override Task<Contract.Convention> CommentConvention(Contract.CommentConventionRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        var text = ContentRules.RequiredFreeText("text", request.Text, CommentLength, violations);
        if (request.Clause.Length > 0) FieldRules.Key(request.Clause, "clause", violations);
        return MoveAsync(context, request, (request.Name, request.Etag, request.RequestId), violations, ConventionAction.Comment, move => move with { Said = text, Key = request.Clause });
    }

    public override async Task<Contract.Convention> AmendConvention(Contract.AmendConventionRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        var name = Name(request.Name, violations);
        Commands.RequireRequestId(request.RequestId, violations);
        violations.ThrowIfAny();

        var caller = Caller.Of(context);
        var result = await commands.ExecuteAsync(Commands.From(context, request, request.RequestId, clock), async (unit, cancellation) =>
        {
            var current = ConventionStore.Fold(name, await unit.ReadAsync(name, cancellation)) ?? throw Caller.NotAllowed();
            if (current.SidesOf(caller.Institution).Count == 0) throw Caller.NotAllowed();
            Etag.Check(request.Etag, name, current.Version);
            var next = NewName(unit.Command.Now);
            var both = Following.Begin(current, caller.Institution, request.Renewal, next).EventsOrThrow().Single();
            await unit.AppendAsync(name, current.Version, [both.Current], cancellation);
            return await unit.AppendAsync(next, 0, [both.Next], cancellation);
        }, context.CancellationToken);
        return await AnswerAsync(result, caller, context.CancellationToken);
    }

    private static void CheckReferences(ConventionContent content)
    {
        var violations = new Violations();
        ContentRules.CheckReferences(content, violations);
        violations.ThrowIfAny();
    }
}
