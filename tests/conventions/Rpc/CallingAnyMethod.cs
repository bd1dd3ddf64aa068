using Google.Protobuf.Reflection;
using Grpc.Core;
using Reseau.Conventions.V1;
using Reseau.Testing.Contracts;
using Reseau.Testing.Hosts;

namespace Reseau.Conventions.Tests.Rpc;

public sealed class CallingAnyMethod(ConventionsHost host) : IClassFixture<ConventionsHost>
{
    private static IEnumerable<MethodDescriptor> Methods =>
        ((ServiceDescriptor[])[ConventionsService.Descriptor, TemplatesService.Descriptor, BodiesService.Descriptor, PoliciesService.Descriptor]).SelectMany(service => service.Methods);

    [Fact]
    public async Task Without_a_token_every_method_answers_UNAUTHENTICATED_but_the_check_of_a_hash()
    {
        foreach (var method in Methods)
        {
            var (code, reason) = await EveryMethod.CallAsync(host.Channel.CreateCallInvoker(), method);
            if (method.Name == "CheckDocument") Assert.Equal(StatusCode.InvalidArgument, code);
            else Assert.Equal((method.Name, StatusCode.Unauthenticated, "UNAUTHENTICATED"), (method.Name, code, reason));
        }
    }

    [Fact]
    public async Task Each_role_reaches_what_the_contract_gives_it_and_nothing_else()
    {
        foreach (var (account, roles) in EveryMethod.Accounts)
        {
            var invoker = await host.AsAsync(account);
            foreach (var method in Methods)
            {
                var (code, reason) = await EveryMethod.CallAsync(invoker, method);
                if (EveryMethod.Allows(method, roles)) Assert.True(code is StatusCode.OK or StatusCode.InvalidArgument, $"{account} {method.Name}: {code} {reason}");
                else Assert.Equal((account, method.Name, StatusCode.PermissionDenied, "NOT_ALLOWED"), (account, method.Name, code, reason));
            }
        }
    }
}
