using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Reseau.Conventions.Domain;
using Reseau.Conventions.Views;
using Reseau.Hosting.Access;
using Reseau.Hosting.Log;
using Reseau.Kernel;
using Reseau.Kernel.Calendar;
using Contract = Reseau.Conventions.V1;

namespace Reseau.Conventions.Rpc;

/// <summary>The API of governance bodies: read by those who sit in them, kept by those who animate the network.</summary>
internal sealed class BodiesEndpoint(CommandLog<ConventionsDb> commands, ConventionStore store, IDbContextFactory<ConventionsDb> databases, TimeProvider clock)
    : Contract.BodiesService.BodiesServiceBase
{
    private const string Collection = "bodies";

    public override Task<Contract.Body> CreateBody(Contract.CreateBodyRequest request, ServerCallContext context)
    {
        var (violations, body) = (new Violations(), request.Body ?? new());
        var content = BodyMapper.Read(body, violations);
        var name = FieldRules.ChosenName(body.Name, Collection, "body.name", violations);
        return DecideAsync(context, request, (name, "", request.RequestId), violations, (_, current, _) => Task.FromResult(BodyDecider.SetUp(current, name, content)));
    }

    public override Task<Contract.Body> UpdateBody(Contract.UpdateBodyRequest request, ServerCallContext context)
    {
        var (violations, body) = (new Violations(), request.Body ?? new());
        var content = BodyMapper.Read(body, violations);
        var name = ResourceName.Parse(body.Name, Collection, "body.name", violations).ToString();
        return DecideAsync(context, request, (name, body.Etag, request.RequestId), violations, (_, current, _) => Task.FromResult(BodyDecider.Change(Existing(current), content)));
    }

    public override Task<Contract.Body> DissolveBody(Contract.DissolveBodyRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        var name = ResourceName.Parse(request.Name, Collection, "name", violations).ToString();
        return DecideAsync(context, request, (name, request.Etag, request.RequestId), violations, (_, current, _) => Task.FromResult(BodyDecider.Dissolve(Existing(current))));
    }

    public override Task<Contract.Body> RecordMeeting(Contract.RecordMeetingRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        var name = ResourceName.Parse(request.Name, Collection, "name", violations).ToString();
        var meeting = BodyMapper.Read(request.Meeting ?? new(), FrenchDay.Of(clock.GetUtcNow()), violations);
        return DecideAsync(context, request, (name, request.Etag, request.RequestId), violations, async (db, current, cancellation) =>
        {
            var named = meeting.Decisions.SelectMany(decision => decision.Conventions).Distinct(StringComparer.Ordinal).ToArray();
            // A draft exists for its author only.
            var known = await db.Conventions.Where(row => !row.Private && EF.Parameter(named).Contains(row.Name)).Select(row => row.Name).ToListAsync(cancellation);
            return BodyDecider.Record(Existing(current), meeting, known);
        });
    }

    public override async Task<Contract.Body> GetBody(Contract.GetBodyRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        var name = ResourceName.Parse(request.Name, Collection, "name", violations).ToString();
        violations.ThrowIfAny();
        var caller = Caller.Of(context);
        var body = Existing(await store.FindBodyAsync(name, long.MaxValue, context.CancellationToken));
        if (!caller.LooksAfterNetwork && body.Content.Members.All(member => member.Institution != caller.Institution)) throw Caller.NotAllowed();
        return BodyMapper.ToMessage(body, withMeetings: true);
    }

    public override async Task<Contract.ListBodiesResponse> ListBodies(Contract.ListBodiesRequest request, ServerCallContext context)
    {
        var (caller, cancellation) = (Caller.Of(context), context.CancellationToken);
        var (institution, all) = (caller.Institution, caller.LooksAfterNetwork);
        var question = $"bodies/{institution}/{all}";
        var (after, size) = (Paging.Read(request.PageToken, question, parts: 2), Paging.Size(request.PageSize));
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var page = await TitlePages.BodiesAsync(db, all ? null : institution, after, size, cancellation);

        var answer = new Contract.ListBodiesResponse();
        if (page.Count > size)
        {
            page.RemoveAt(size);
            answer.NextPageToken = Paging.Token(question, page[^1].PlainTitle, page[^1].Name);
        }
        var bodies = await store.FindAllAsync(db, [.. page.Select(row => row.Name)], ConventionStore.FoldBody, cancellation);
        answer.Bodies.AddRange(bodies.Select(body => BodyMapper.ToMessage(body, withMeetings: false)));
        return answer;
    }

    private async Task<Contract.Body> DecideAsync(
        ServerCallContext context, IMessage request, (string Name, string Etag, string RequestId) target, Violations violations,
        Func<ConventionsDb, Body?, CancellationToken, Task<Decision<BodyEvent>>> decide)
    {
        Commands.RequireRequestId(target.RequestId, violations);
        violations.ThrowIfAny();
        var result = await commands.ExecuteAsync(Commands.From(context, request, target.RequestId, clock), async (unit, cancellation) =>
        {
            var current = ConventionStore.FoldBody(target.Name, await unit.ReadAsync(target.Name, cancellation));
            if (current is not null) Etag.Check(target.Etag, target.Name, current.Version);
            var decision = await decide(unit.Db, current, cancellation);
            return await unit.AppendAsync(target.Name, current?.Version ?? 0, decision.EventsOrThrow(), cancellation);
        }, context.CancellationToken);
        return BodyMapper.ToMessage(Existing(await store.FindBodyAsync(result.Stream, result.Version, context.CancellationToken)), withMeetings: true);
    }

    private static Body Existing(Body? body) => body ?? throw Caller.NotAllowed();
}
