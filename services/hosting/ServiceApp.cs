using Grpc.Net.Client;
using Keycloak.AuthServices.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Reseau.Events.V1;
using Reseau.Hosting.Access;
using Reseau.Hosting.Errors;
using Reseau.Hosting.Health;
using Reseau.Hosting.Log;
using Reseau.Hosting.Messaging;
using Reseau.Hosting.Telemetry;

namespace Reseau.Hosting;

/// <summary>
/// Composes a service of Réseau: its event log, the publisher and subscriptions, authentication, access rules, errors,
/// health, reflection and telemetry. A service adds its endpoints and what they need.
/// </summary>
public static class ServiceApp
{
    private const int MaximumMessage = 4 * 1024 * 1024;

    /// <summary>Builds a service ready to run.</summary>
    /// <param name="args">Command line; every setting may be given there, in the environment or in appsettings.json.</param>
    /// <param name="errors">The reasons the service may answer.</param>
    /// <param name="configure">Adds what the service's endpoints need.</param>
    /// <param name="host">Adjusts the host, for the local edition and for tests.</param>
    /// <typeparam name="TDb">The service's database.</typeparam>
    /// <typeparam name="TLog">The service's log.</typeparam>
    /// <typeparam name="TEndpoint">The service's gRPC endpoint.</typeparam>
    public static WebApplication Build<TDb, TLog, TEndpoint>(
        string[] args, ErrorCatalogue errors, Action<IServiceCollection> configure, Action<WebApplicationBuilder>? host = null)
        where TDb : LogDb
        where TLog : ServiceLog<TDb>, new()
        where TEndpoint : class
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        host?.Invoke(builder);
        // HTTP/2 without TLS: services listen inside the network of the gateway and the sidecars.
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureEndpointDefaults(listen => listen.Protocols = HttpProtocols.Http2));

        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        configure(services);
        var sources = SourcesOf<TDb>(services);
        var database = ServiceSettings.Validate(builder.Configuration, sources);
        var log = new TLog();
        services.AddEndpoint<TEndpoint>();
        var endpoints = services.Where(service => service.ServiceType == typeof(ServedEndpoint)).Select(service => (ServedEndpoint)service.ImplementationInstance!).ToList();
        var served = new ServedServices([.. endpoints.Select(endpoint => endpoint.Contract), LogService.Descriptor, Grpc.Health.V1.Health.Descriptor, Grpc.Reflection.V1.ServerReflection.Descriptor]);

        services.AddEventLog<TDb, TLog>(database);
        services.AddDaprClient();
        services.AddHostedService<Publisher<TDb>>();
        AddSubscribers<TDb>(services, builder.Configuration, sources);
        services.AddKeycloakWebApiAuthentication(builder.Configuration);
        services.AddSingleton<RememberingTokenHandler>();
        services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme).Configure<RememberingTokenHandler>((bearer, handler) => handler.Serve(bearer));
        services.Configure<KeycloakAuthenticationOptions>(builder.Configuration.GetSection("Keycloak"));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<ServiceTokens>(provider, new HttpClient()));
        services.AddSingleton(served).AddSingleton(errors).AddSingleton(new AccessRules(served.Services));
        services.AddSingleton(new SidecarToken(builder.Configuration["APP_API_TOKEN"] ?? ""));
        services.AddHealthChecks().AddCheck<LogHealthCheck<TDb>>("database");
        services.AddReseauTelemetry(builder.Configuration, log.Source);
        services.AddGrpc(grpc =>
        {
            grpc.MaxReceiveMessageSize = MaximumMessage;
            grpc.Interceptors.Add<RpcMetrics>();
            grpc.Interceptors.Add<ErrorInterceptor>();
            grpc.Interceptors.Add<AccessInterceptor>();
        });

        var app = builder.Build();
        app.UseAuthentication();
        app.MapHealthChecks("/healthz");
        foreach (var endpoint in endpoints) endpoint.Map(app);
        app.MapGrpcService<LogEndpoint<TDb>>();
        app.MapGrpcService<TopicEndpoint<TDb>>();
        app.MapGrpcService<HealthEndpoint>();
        app.MapGrpcService<ReflectionEndpoint>();
        return app;
    }

    /// <summary>Brings the schema up to date, starts, and waits for the end.</summary>
    public static async Task RunAsync<TDb>(WebApplication app) where TDb : LogDb
    {
        await LogSetup.MigrateAsync<TDb>(app.Services);
        await app.RunAsync();
    }

    // Subscriptions are registered by the service as ISubscription<TDb>; each listens to one source.
    private static List<string> SourcesOf<TDb>(IServiceCollection services) where TDb : LogDb => [.. services
        .Where(service => service.ServiceType == typeof(ISubscription<TDb>))
        .Select(service => ((ISubscription<TDb>)service.ImplementationInstance!).Source)];

    private static void AddSubscribers<TDb>(IServiceCollection services, ConfigurationManager configuration, List<string> sources)
        where TDb : LogDb
    {
        foreach (var source in sources)
        {
            services.AddKeyedSingleton(source, (provider, _) => ActivatorUtilities.CreateInstance<Subscriber<TDb>>(provider,
                provider.GetServices<ISubscription<TDb>>().Single(subscription => subscription.Source == source),
                new LogService.LogServiceClient(GrpcChannel.ForAddress(configuration[$"Services:{source}"]!, new GrpcChannelOptions
                {
                    Credentials = Grpc.Core.ChannelCredentials.Create(Grpc.Core.ChannelCredentials.Insecure, provider.GetRequiredService<ServiceTokens>().Credentials),
                    UnsafeUseInsecureChannelCallCredentials = true,
                }))));
            services.AddSingleton(provider => provider.GetRequiredKeyedService<Subscriber<TDb>>(source));
            services.AddSingleton<IHostedService>(provider => provider.GetRequiredKeyedService<Subscriber<TDb>>(source));
        }
    }
}
