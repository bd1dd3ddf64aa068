using Reseau.Conventions.Demo;
using Reseau.Conventions.Policies;
using Reseau.Conventions.Rpc;
using Reseau.Conventions.Subscriptions;
using Reseau.Conventions.Timers;
using Reseau.Conventions.Views;
using Reseau.Hosting;
using Reseau.Hosting.Log;
using Reseau.Hosting.Messaging;
using Reseau.Hosting.Timers;

namespace Reseau.Conventions;

/// <summary>The convention service: what institutions promise each other, negotiated, signed and followed.</summary>
public static class ConventionsApp
{
    /// <summary>Builds the service. The setting <c>Demo=true</c> loads templates and conventions of the demo network into an empty log.</summary>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? host = null) =>
        ServiceApp.Build<ConventionsDb, ConventionsLog, ConventionsEndpoint>(args, Errors.Catalogue, services =>
        {
            services.AddSingleton<ISubscription<ConventionsDb>>(new ReferralsSubscription());
            services.AddSingleton<ISubscription<ConventionsDb>>(new DirectorySubscription());
            services.AddSingleton<ConventionStore>();
            services.AddSingleton<ManyStreams<ConventionsDb>>();
            services.AddEndpoint<TemplatesEndpoint>().AddEndpoint<BodiesEndpoint>().AddEndpoint<PoliciesEndpoint>();
            services.AddHostedService<DemoSeed>();
            services.AddTimers<ConventionsDb, ConventionTimers>();
            services.AddHostedService<PolicyClock>();
            services.AddHostedService<PolicyBoard>();
            services.AddHostedService<NetworkBoard>();
        }, host);
}
