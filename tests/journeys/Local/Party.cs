using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Reseau.Conventions.V1;
using Reseau.Partners.V1;
using Reseau.Referrals.V1;
using Reseau.Testing.Hosts;
using Reseau.Training.V1;

namespace Reseau.Journeys.Local;

/// <summary>Someone who calls the gateway by gRPC with a token: an institution's information system, or a person.</summary>
public sealed class Party : IDisposable
{
    /// <summary>The information system of the CCAS of Rennes.</summary>
    public const string Ccas = "si-ccas-rennes";

    /// <summary>The information system of the CAF.</summary>
    public const string Caf = "si-caf-35";

    /// <summary>The information system of the Mission locale.</summary>
    public const string MissionLocale = "si-mission-locale-rennes";

    private readonly GrpcChannel _channel;

    private Party(string address, string? token)
    {
        _channel = GrpcChannel.ForAddress(address);
        var calls = _channel.CreateCallInvoker().Intercept(headers =>
        {
            if (token is not null) headers.Add("Authorization", $"Bearer {token}");
            return headers;
        });
        (Partners, Referrals, Notifications, Conventions, Sessions) = (new(calls), new(calls), new(calls), new(calls), new(calls));
    }

    /// <summary>The directory.</summary>
    public PartnersService.PartnersServiceClient Partners { get; }

    /// <summary>The referrals.</summary>
    public ReferralsService.ReferralsServiceClient Referrals { get; }

    /// <summary>The notifications to professionals.</summary>
    public NotificationsService.NotificationsServiceClient Notifications { get; }

    /// <summary>The conventions.</summary>
    public ConventionsService.ConventionsServiceClient Conventions { get; }

    /// <summary>The sessions of trainings.</summary>
    public SessionsService.SessionsServiceClient Sessions { get; }

    /// <summary>A demo client (<c>si-caf-35</c>) or a demo person (<c>claire.accueil</c>), through the gateway.</summary>
    public static async Task<Party> SignInAsync(LocalEdition edition, string account) =>
        new(edition.GrpcUrl, await new TestIdentity(edition.WebUrl).TokenAsync(account));

    /// <summary>Whoever holds a token, at a service's own address or the gateway's.</summary>
    public static Party With(string token, string address) => new(address, token);

    /// <summary>Somebody without token.</summary>
    public static Party Nobody(string address) => new(address, null);

    /// <inheritdoc />
    public void Dispose() => _channel.Dispose();
}
