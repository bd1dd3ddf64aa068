using Google.Protobuf.Reflection;
using Grpc.Core;
using Reseau.Testing.Contracts;
using Reseau.Testing.Hosts;
using Reseau.Training.V1;

namespace Reseau.Training.Tests.Rpc;

public sealed class CallingAnyMethod(TrainingHost host) : IClassFixture<TrainingHost>
{
    private static readonly ServiceDescriptor[] Contracts =
    [
        ProfessionalsService.Descriptor, CoursesService.Descriptor, SessionsService.Descriptor,
        HabilitationsService.Descriptor, PlansService.Descriptor, TrainingFiguresService.Descriptor,
        NeedsService.Descriptor, CampaignsService.Descriptor,
    ];

    // A file that is sent piece by piece is refused before its end, by a test of its own.
    private static IEnumerable<MethodDescriptor> Methods => Contracts.SelectMany(service => service.Methods).Where(method => !method.IsClientStreaming);

    [Fact]
    public async Task Without_a_token_every_method_that_is_not_public_answers_UNAUTHENTICATED()
    {
        foreach (var method in Methods.Where(method => !EveryMethod.Allows(method, [])))
            Assert.Equal((method.Name, StatusCode.Unauthenticated, "UNAUTHENTICATED"), await AnswerAsync(host.Channel.CreateCallInvoker(), method));
    }

    [Fact]
    public async Task No_role_reaches_more_than_the_contract_gives_it()
    {
        foreach (var (account, roles) in EveryMethod.Accounts)
        {
            var invoker = await host.AsAsync(account);
            foreach (var method in Methods.Where(method => !EveryMethod.Allows(method, roles)))
                Assert.Equal((method.Name, StatusCode.PermissionDenied, "NOT_ALLOWED"), await AnswerAsync(invoker, method));
        }
    }

    private static async Task<(string Name, StatusCode Code, string Reason)> AnswerAsync(CallInvoker invoker, MethodDescriptor method)
    {
        var (code, reason) = await EveryMethod.CallAsync(invoker, method);
        return (method.Name, code, reason);
    }
}
