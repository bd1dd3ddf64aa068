using Grpc.Core;
using Grpc.Net.Client;
using Reseau.Journeys.Local;

namespace Reseau.Journeys.Rpc;

/// <summary>A program on the same machine finds the ports behind the gateway. Without a token it learns nothing there.</summary>
public sealed class KnockingOnInnerPorts(RunningEdition running) : RpcJourney(running)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task A_service_called_directly_wants_a_token()
    {
        var answers = await KnockAsync("reseau.referrals.v1.ReferralsService", "ListReferrals");

        Assert.Single(answers, StatusCode.Unauthenticated);
        Assert.DoesNotContain(StatusCode.OK, answers);
    }

    [Fact]
    public async Task Only_services_read_a_whole_log()
    {
        var answers = await KnockAsync("reseau.events.v1.LogService", "ReadChanges");

        Assert.Equal(4, answers.Count(answer => answer == StatusCode.Unauthenticated));
        Assert.DoesNotContain(StatusCode.OK, answers);
    }

    [Fact]
    public async Task A_sidecar_wants_the_token_of_its_application()
    {
        foreach (var method in (string[])["GetState", "SaveState", "PublishEvent", "TryLockAlpha1", "GetMetadata"])
        {
            var answers = await KnockAsync("dapr.proto.runtime.v1.Dapr", method);

            Assert.Equal(5, answers.Count(answer => answer == StatusCode.Unauthenticated));
            Assert.DoesNotContain(StatusCode.OK, answers);
        }
    }

    [Fact]
    public async Task An_event_is_taken_from_the_sidecar_only()
    {
        var answers = await KnockAsync("dapr.proto.runtime.v1.AppCallback", "OnTopicEvent");

        Assert.Equal(4, answers.Count(answer => answer == StatusCode.Unauthenticated));
        Assert.DoesNotContain(StatusCode.OK, answers);
    }

    // An empty message is a valid request of any method.
    private async Task<List<StatusCode>> KnockAsync(string service, string method)
    {
        var bytes = Marshallers.Create(body => body, body => body);
        var call = new Method<byte[], byte[]>(MethodType.Unary, service, method, bytes, bytes);
        var answers = new List<StatusCode>();
        foreach (var port in ListeningPorts.Of(Edition.ProcessId).Except([Edition.Web, Edition.Grpc]))
        {
            using var channel = GrpcChannel.ForAddress($"http://127.0.0.1:{port}");
            try
            {
                await channel.CreateCallInvoker().AsyncUnaryCall(call, null, new(deadline: DateTime.UtcNow + Patience), []);
                answers.Add(StatusCode.OK);
            }
            catch (RpcException refused)
            {
                answers.Add(refused.StatusCode);
            }
        }
        return answers;
    }
}
