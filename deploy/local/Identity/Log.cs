using Microsoft.Extensions.Logging;

namespace Reseau.Identity;

/// <summary>What the provider logs. Accounts are named by their subject identifier, never by what a person typed.</summary>
internal static partial class Log
{
    [LoggerMessage(9001, LogLevel.Warning, "The local identity provider serves {Issuer} for demonstrations on this machine only.")]
    public static partial void Started(ILogger logger, string issuer);

    [LoggerMessage(9002, LogLevel.Information, "Sign-in refused for subject {Subject}.")]
    public static partial void SignInRefused(ILogger logger, string subject);

    [LoggerMessage(9003, LogLevel.Warning, "Authorization code of client {Client} used twice: its grant is revoked.")]
    public static partial void CodeReused(ILogger logger, string client);

    [LoggerMessage(9004, LogLevel.Warning, "Refresh token of client {Client} used twice: its grant is revoked.")]
    public static partial void RefreshTokenReused(ILogger logger, string client);

    [LoggerMessage(9005, LogLevel.Warning, "Authentication of client {Client} failed.")]
    public static partial void ClientRefused(ILogger logger, string client);
}
