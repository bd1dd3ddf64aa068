using Grpc.Core;
using Reseau.Access.V1;
using Reseau.Hosting.Access;
using Reseau.Partners.V1;
using Reseau.Testing.Contracts;
using Reseau.Testing.Hosts;

namespace Reseau.Partners.Tests.Rpc;

public sealed class CallingAnyMethod(PartnersHost host) : IClassFixture<PartnersHost>
{
    [Fact]
    public async Task Without_a_token_only_public_methods_answer()
    {
        foreach (var method in PartnersService.Descriptor.Methods)
        {
            var (code, _) = await EveryMethod.CallAsync(host.Channel.CreateCallInvoker(), method);
            if (AccessRules.RuleOf(method)!.Scope == Scope.Public) Assert.True(code is StatusCode.OK or StatusCode.InvalidArgument, $"{method.Name}: {code}");
            else Assert.Equal((method.Name, StatusCode.Unauthenticated), (method.Name, code));
        }
    }

    [Fact]
    public async Task Each_role_reaches_what_the_contract_gives_it_and_nothing_else()
    {
        foreach (var (account, roles) in EveryMethod.Accounts)
        {
            var invoker = await host.AsAsync(account);
            foreach (var method in PartnersService.Descriptor.Methods)
            {
                var (code, reason) = await EveryMethod.CallAsync(invoker, method);
                if (EveryMethod.Allows(method, roles)) Assert.True(code is StatusCode.OK or StatusCode.InvalidArgument, $"{account} {method.Name}: {code}");
                else Assert.Equal((account, method.Name, StatusCode.PermissionDenied, "NOT_ALLOWED"), (account, method.Name, code, reason));
            }
        }
    }
}
