using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Client.Configuration;
using Reseau.Partners.V1;
using Reseau.Referrals.V1;

namespace Reseau.Gateway.Portal.Calls;

/// <summary>The portal's channels to the services.</summary>
public static class ServiceChannels
{
    public static void AddServiceCalls(this IServiceCollection services, GatewaySettings settings)
    {
        services.AddHttpContextAccessor();
        services.AddMemoryCache();
        services.AddSingleton(new PartnersService.PartnersServiceClient(Channel(settings.Partners)));
        var referrals = Channel(settings.Referrals);
        services.AddSingleton(new ReferralsService.ReferralsServiceClient(referrals)).AddSingleton(new FiguresService.FiguresServiceClient(referrals))
            .AddSingleton(new NotificationsService.NotificationsServiceClient(referrals));
        var conventions = Channel(settings.Conventions);
        services.AddSingleton(new ConventionClients(new(conventions), new(conventions), new(conventions), new(conventions)));
        var training = Channel(settings.Training);
        services.AddSingleton(new TrainingClients(
            new(training), new(training), new(training), new(training), new(training), new(training), new(training), new(training)));
        services.AddScoped<ServiceCalls>();
        services.AddScoped<InstitutionNames>();
        services.AddScoped<GroupNames>();
        services.AddScoped<OwnPlaces>();
        services.AddScoped<TrainingNames>();
        services.AddScoped<FigureNames>();
        services.AddScoped<PlaceNames>();
        services.AddScoped<TrainingTerms>();
        services.AddScoped<OriginNames>();
        services.AddScoped<CommuneFinder>();
        services.AddScoped<NextServices>();
    }

    private static GrpcChannel Channel(Uri address) => GrpcChannel.ForAddress(address, new()
    {
        HttpHandler = new SocketsHttpHandler
        {
            EnableMultipleHttp2Connections = true,
            ConnectTimeout = TimeSpan.FromSeconds(2),
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
            KeepAlivePingDelay = TimeSpan.FromSeconds(30),
            KeepAlivePingTimeout = TimeSpan.FromSeconds(10),
        },
        DisposeHttpClient = true,
        ServiceConfig = new() { MethodConfigs = { RetryWhenUnavailable } },
    });

    // Every change carries a request id, so asking again after a lost reply cannot do the same thing twice.
    private static MethodConfig RetryWhenUnavailable { get; } = new()
    {
        Names = { MethodName.Default },
        RetryPolicy = new()
        {
            MaxAttempts = 3,
            InitialBackoff = TimeSpan.FromMilliseconds(100),
            MaxBackoff = TimeSpan.FromSeconds(1),
            BackoffMultiplier = 2,
            RetryableStatusCodes = { StatusCode.Unavailable },
        },
    };
}
