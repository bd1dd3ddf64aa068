using System.Diagnostics;
using Grpc.Core;
using Microsoft.AspNetCore.Authentication;
using Reseau.Gateway.Session;
using Reseau.Partners.V1;
using Reseau.Referrals.V1;

namespace Reseau.Gateway.Portal.Calls;

/// <summary>
/// Every call the portal makes to a service: with the person's own token, a deadline, and failures turned into sentences here
/// and nowhere else. The person's rights are therefore those of the services; the portal adds none.
/// </summary>
public sealed class ServiceCalls(
    PartnersService.PartnersServiceClient partners,
    ReferralsService.ReferralsServiceClient referrals,
    IHttpContextAccessor accessor,
    TimeProvider clock,
    ILogger<ServiceCalls> logger)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);

    public Task<Answer<T>> Partners<T>(Func<PartnersService.PartnersServiceClient, CallOptions, AsyncUnaryCall<T>> call) where T : class =>
        SendAsync("partners", options => call(partners, options));

    public Task<Answer<T>> Referrals<T>(Func<ReferralsService.ReferralsServiceClient, CallOptions, AsyncUnaryCall<T>> call) where T : class =>
        SendAsync("referrals", options => call(referrals, options));

    private async Task<Answer<T>> SendAsync<T>(string service, Func<CallOptions, AsyncUnaryCall<T>> call) where T : class
    {
        try
        {
            using var answer = call(await OptionsAsync());
            return new(await answer.ResponseAsync, null);
        }
        catch (RpcException exception)
        {
            var problem = CallProblem.Of(exception);
            if (problem.HttpStatus >= 500) Log.CallFailed(logger, service, problem.Code, problem.Reason, Activity.Current?.TraceId.ToString() ?? "");
            return new(null, problem);
        }
    }

    // Not cancelled with the page: a person who clicks twice, or leaves, still wants what they asked for to be done.
    private async Task<CallOptions> OptionsAsync()
    {
        var headers = new Metadata();
        if (accessor.HttpContext is { User.Identity.IsAuthenticated: true } context && await context.GetTokenAsync(SessionTokens.Access) is { } token)
        {
            headers.Add("authorization", "Bearer " + token);
        }

        return new(headers, clock.GetUtcNow().Add(Deadline).UtcDateTime, CancellationToken.None);
    }
}
