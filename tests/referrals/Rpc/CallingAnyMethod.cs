using Google.Protobuf.Reflection;
using Grpc.Core;
using Reseau.Referrals.V1;
using Reseau.Testing.Contracts;
using Reseau.Testing.Hosts;

namespace Reseau.Referrals.Tests.Rpc;

public sealed class CallingAnyMethod(ReferralsHost host) : IClassFixture<ReferralsHost>
{
    private static IEnumerable<MethodDescriptor> Methods => ReferralsService.Descriptor.Methods.Concat(FiguresService.Descriptor.Methods);

    [Fact]
    public async Task Without_a_token_every_method_answers_UNAUTHENTICATED()
    {
        foreach (var method in Methods)
            Assert.Equal((method.Name, StatusCode.Unauthenticated, "UNAUTHENTICATED"), await AnswerAsync(host.Channel.CreateCallInvoker(), method));
    }

    [Fact]
    public async Task Each_role_reaches_what_the_contract_gives_it_and_nothing_else()
    {
        foreach (var (account, roles) in EveryMethod.Accounts)
        {
            var invoker = await host.AsAsync(account);
            foreach (var method in Methods)
            {
                var (name, code, reason) = await AnswerAsync(invoker, method);
                if (EveryMethod.Allows(method, roles)) Assert.True(code is StatusCode.OK or StatusCode.InvalidArgument, $"{account} {name}: {code}");
                else Assert.Equal((account, name, StatusCode.PermissionDenied, "NOT_ALLOWED"), (account, name, code, reason));
            }
        }
    }

    [Fact]
    public async Task The_charge_de_mission_reaches_no_method_that_shows_a_person()
    {
        var invoker = await host.AsAsync("sofia.mission");
        foreach (var method in ReferralsService.Descriptor.Methods)
            Assert.Equal((method.Name, StatusCode.PermissionDenied, "NOT_ALLOWED"), await AnswerAsync(invoker, method));
    }

    private static async Task<(string, StatusCode, string)> AnswerAsync(CallInvoker invoker, MethodDescriptor method)
    {
        var (code, reason) = await EveryMethod.CallAsync(invoker, method);
        return (method.Name, code, reason);
    }
}
