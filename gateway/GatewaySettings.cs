using System.Globalization;
using System.Net;
using Reseau.Gateway.Limits;

namespace Reseau.Gateway;

/// <summary>What the gateway is told by its configuration. Every mistake is reported at once, and none lets it start.</summary>
public sealed class GatewaySettings
{
    private readonly List<string> _mistakes = [];

    private GatewaySettings(IConfiguration configuration)
    {
        WebPort = Port(configuration, "Gateway:WebPort");
        GrpcPort = Port(configuration, "Gateway:GrpcPort");
        if (WebPort == GrpcPort && WebPort != 0) _mistakes.Add("Gateway:GrpcPort must differ from Gateway:WebPort");
        Listen = Address(configuration, "Gateway:Listen") ?? IPAddress.Loopback;
        PublicUrl = Site(configuration, "Gateway:PublicUrl", required: true)!;
        Identity = Site(configuration, "Gateway:Identity", required: false);
        KeysDirectory = Text(configuration, "Gateway:KeysDirectory");
        DemoAccounts = Flag(configuration, "Gateway:DemoAccounts");
        TrustedProxies = Networks(configuration, "Gateway:TrustedProxies");
        Limits = new(
            Positive(configuration, "Gateway:Limits:InstitutionPerSecond", 500),
            Positive(configuration, "Gateway:Limits:InstitutionBurst", 1000),
            Positive(configuration, "Gateway:Limits:AnonymousPerSecond", 50),
            Positive(configuration, "Gateway:Limits:AnonymousBurst", 200));
        Partners = Site(configuration, "Services:partners", required: true)!;
        Referrals = Site(configuration, "Services:referrals", required: true)!;
        Conventions = Site(configuration, "Services:conventions", required: true)!;
        Training = Site(configuration, "Services:training", required: true)!;
        AuthServerUrl = Absolute(configuration, "Keycloak:AuthServerUrl", required: true)!;
        Realm = Text(configuration, "Keycloak:Realm");
        ClientId = Text(configuration, "Keycloak:Resource");
        ClientSecret = Text(configuration, "Keycloak:Credentials:Secret");
        Audience = configuration["Keycloak:Audience"] ?? "reseau";
    }

    public int WebPort { get; }

    public int GrpcPort { get; }

    /// <summary>Address both ports listen on; loopback when nothing is said.</summary>
    public IPAddress Listen { get; }

    /// <summary>The address people type: cookies, redirections and links are made with it, whatever a proxy in front says.</summary>
    public Uri PublicUrl { get; }

    /// <summary>Where <c>/realms/…</c> is forwarded, when the identity provider is seen through the gateway.</summary>
    public Uri? Identity { get; }

    /// <summary>Where the keys that protect cookies and sessions are kept; shared by all copies of the gateway.</summary>
    public string KeysDirectory { get; }

    /// <summary>Shows the demonstration accounts on the home page.</summary>
    public bool DemoAccounts { get; }

    /// <summary>Proxies whose X-Forwarded-For is believed, as CIDR blocks.</summary>
    public IReadOnlyList<IPNetwork> TrustedProxies { get; }

    public LimitSettings Limits { get; }

    public Uri Partners { get; }

    public Uri Referrals { get; }

    public Uri Conventions { get; }

    public Uri Training { get; }

    public Uri AuthServerUrl { get; }

    public string Realm { get; }

    public string ClientId { get; }

    public string ClientSecret { get; }

    /// <summary>Audience a token must carry, of a person or of an information system.</summary>
    public string Audience { get; }

    /// <summary>Address of an endpoint of the realm, e.g. <c>token</c>.</summary>
    public Uri OpenIdConnect(string endpoint) =>
        new($"{AuthServerUrl.AbsoluteUri.TrimEnd('/')}/realms/{Realm}/protocol/openid-connect/{endpoint}");

    public static GatewaySettings Read(IConfiguration configuration)
    {
        var settings = new GatewaySettings(configuration);
        return settings._mistakes.Count == 0 ? settings : throw new GatewaySettingsException(settings._mistakes);
    }

    private int Port(IConfiguration configuration, string key)
    {
        if (int.TryParse(configuration[key], CultureInfo.InvariantCulture, out var port) && port is >= 0 and <= 65535) return port;
        _mistakes.Add($"{key} must be a port number");
        return 0;
    }

    private int Positive(IConfiguration configuration, string key, int otherwise)
    {
        if (configuration[key] is not { } text) return otherwise;
        if (int.TryParse(text, CultureInfo.InvariantCulture, out var number) && number > 0) return number;
        _mistakes.Add($"{key} must be a whole number above zero");
        return otherwise;
    }

    private bool Flag(IConfiguration configuration, string key)
    {
        if (configuration[key] is not { } text) return false;
        if (bool.TryParse(text, out var flag)) return flag;
        _mistakes.Add($"{key} must be true or false");
        return false;
    }

    private string Text(IConfiguration configuration, string key)
    {
        if (configuration[key] is { } text && !string.IsNullOrWhiteSpace(text)) return text;
        _mistakes.Add($"{key} is missing");
        return "";
    }

    private IPAddress? Address(IConfiguration configuration, string key)
    {
        if (configuration[key] is not { } text) return null;
        if (IPAddress.TryParse(text, out var address)) return address;
        _mistakes.Add($"{key} must be an IP address");
        return null;
    }

    private Uri? Absolute(IConfiguration configuration, string key, bool required)
    {
        if (configuration[key] is not { } text || string.IsNullOrWhiteSpace(text))
        {
            if (required) _mistakes.Add($"{key} is missing");
            return null;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)) return uri;
        _mistakes.Add($"{key} must be an http or https address");
        return null;
    }

    // An address without path: routes are appended to it.
    private Uri? Site(IConfiguration configuration, string key, bool required)
    {
        var uri = Absolute(configuration, key, required);
        if (uri is { AbsolutePath: not "/" }) _mistakes.Add($"{key} must have no path");
        return uri;
    }

    private List<IPNetwork> Networks(IConfiguration configuration, string key)
    {
        var networks = new List<IPNetwork>();
        foreach (var text in (configuration[key] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (IPNetwork.TryParse(text, out var network)) networks.Add(network);
            else _mistakes.Add($"{key} must be a list of CIDR blocks such as 10.0.0.0/8");
        }

        return networks;
    }
}
