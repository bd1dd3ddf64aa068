using Microsoft.Extensions.DependencyInjection;
using Reseau.Hosting.Log;
using Reseau.Hosting.Messaging;

namespace Reseau.Hosting.Policies;

/// <summary>Lets a service obey conventions.</summary>
public static class PolicySetup
{
    /// <summary>Adds the <see cref="PolicyReader"/> and the subscription that keeps it up to date.</summary>
    public static IServiceCollection AddPolicies<TDb>(this IServiceCollection services) where TDb : LogDb
    {
        var subscription = new PolicySubscription<TDb>();
        services.AddSingleton<ISubscription<TDb>>(subscription);
        return services.AddSingleton(provider =>
        {
            var reader = ActivatorUtilities.CreateInstance<PolicyReader>(provider);
            subscription.Tell(reader);
            return reader;
        });
    }
}
