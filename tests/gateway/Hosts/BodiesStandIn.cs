using System.Collections.Concurrent;
using Grpc.Core;
using Reseau.Conventions.V1;

namespace Reseau.Gateway.Tests.Hosts;

/// <summary>Governance bodies that tests set up.</summary>
public sealed class BodiesStandIn : BodiesService.BodiesServiceBase
{
    private readonly ConcurrentDictionary<string, Body> _bodies = new(StringComparer.Ordinal);

    public Body Find(string name) => _bodies.TryGetValue(name, out var body) ? body : throw Refusals.Of(StatusCode.PermissionDenied, "NOT_ALLOWED", "Non.");

    public override Task<Body> GetBody(GetBodyRequest request, ServerCallContext context) => Task.FromResult(Find(request.Name));

    public override Task<ListBodiesResponse> ListBodies(ListBodiesRequest request, ServerCallContext context) => Task.FromResult(new ListBodiesResponse { Bodies = { _bodies.Values } });

    public override Task<Body> CreateBody(CreateBodyRequest request, ServerCallContext context) => Write(request.Body);

    public override Task<Body> UpdateBody(UpdateBodyRequest request, ServerCallContext context) => Write(request.Body);

    public override Task<Body> RecordMeeting(RecordMeetingRequest request, ServerCallContext context)
    {
        if (request.RequestId.Length == 0) throw Refusals.Of(StatusCode.InvalidArgument, "INVALID_REQUEST", "À corriger.", ("request_id", "L’identifiant est obligatoire."));
        if (request.Meeting.Decisions.FirstOrDefault() is { Text.Length: > 1000 })
            throw Refusals.Of(StatusCode.InvalidArgument, "INVALID_REQUEST", "À corriger.", ("meeting.decisions[0].text", "C’est trop long."));
        if (request.Meeting.Decisions.FirstOrDefault() is { Conventions.Count: > 20 })
            throw Refusals.Of(StatusCode.InvalidArgument, "INVALID_REQUEST", "À corriger.", ("meeting.decisions[0].conventions", "Il y en a trop."));
        Find(request.Name).Meetings.Insert(0, request.Meeting);
        return Task.FromResult(Find(request.Name));
    }

    public override Task<Body> DissolveBody(DissolveBodyRequest request, ServerCallContext context)
    {
        Find(request.Name).Dissolved = true;
        return Task.FromResult(Find(request.Name));
    }

    private Task<Body> Write(Body wanted)
    {
        if (wanted.Members.Count == 0) throw Refusals.Of(StatusCode.InvalidArgument, "INVALID_REQUEST", "À corriger.", ("body.members", "Indiquez au moins un membre."));
        return Task.FromResult(_bodies[wanted.Name] = wanted);
    }
}
