using System.Net;

namespace Reseau.Identity;

/// <summary>Settings of the local identity provider.</summary>
public sealed class IdentityOptions
{
    /// <summary>The realm file that Keycloak imports too.</summary>
    public required string RealmFile { get; init; }

    /// <summary>Base of every URL and of the issuer, as browsers and services see it. It must name this machine.</summary>
    public required string PublicUrl { get; init; }

    /// <summary>Where the signing keys and the sign-in sessions are kept.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>Port to listen on; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Address to listen on. Anything but a loopback address is refused.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>Values of the <c>${NAME}</c> placeholders of the realm file, which Keycloak takes from the environment.</summary>
    public IReadOnlyDictionary<string, string> Placeholders { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>
    /// Name of the environment; <c>Production</c> is refused. When null, what ASPNETCORE_ENVIRONMENT or DOTNET_ENVIRONMENT
    /// says; when they say nothing it is not taken for production, because the local edition is started without them.
    /// </summary>
    public string? EnvironmentName { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
