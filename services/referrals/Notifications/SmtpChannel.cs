using System.Net.Sockets;
using System.Text.RegularExpressions;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Reseau.Referrals.Notifications;

/// <summary>E-mail by SMTP: one connection for each message, since professionals are told of few things a day.</summary>
public sealed partial class SmtpChannel(SmtpOptions options, string host) : IChannel
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly SmtpStatusCode[] Final =
        [SmtpStatusCode.MailboxUnavailable, SmtpStatusCode.MailboxNameNotAllowed, SmtpStatusCode.UserNotLocalTryAlternatePath, SmtpStatusCode.ExceededStorageAllocation];

    private SecureSocketOptions Security =>
        options.IsTls ? SecureSocketOptions.SslOnConnect : options.StartTls ? SecureSocketOptions.StartTls : SecureSocketOptions.None;

    /// <inheritdoc />
    public async Task SendAsync(OutgoingMessage message, CancellationToken cancellation)
    {
        using var mail = MailComposer.Compose(message, options.From, host);
        // Networks of administrations often let a mail server out, and not the lists of revoked certificates.
        using var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds, CheckCertificateRevocation = false };
        try
        {
            await SendAsync(client, mail, cancellation);
        }
        catch (SmtpCommandException refused)
        {
            throw new ChannelException($"SMTP_{Word().Replace($"{refused.StatusCode}", "_$0").ToUpperInvariant()}", Final.Contains(refused.StatusCode), refused);
        }
        catch (Exception failure) when (ErrorOf(failure) is not null)
        {
            throw new ChannelException(ErrorOf(failure)!, isPermanent: false, failure);
        }
    }

    private async Task SendAsync(SmtpClient client, MimeMessage mail, CancellationToken cancellation)
    {
        await client.ConnectAsync(options.Host, options.Port, Security, cancellation);
        if (options.User.Length > 0) await client.AuthenticateAsync(options.User, options.Password, cancellation);
        await client.SendAsync(mail, cancellation);
        await client.DisconnectAsync(quit: true, cancellation);
    }

    private static string? ErrorOf(Exception failure) => failure switch
    {
        SslHandshakeException => "SMTP_CERTIFICATE_NOT_TRUSTED",
        NotSupportedException => "SMTP_NOT_ENCRYPTED",
        AuthenticationException => "SMTP_ACCOUNT_REFUSED",
        ProtocolException or IOException or SocketException or TimeoutException => "SMTP_NO_ANSWER",
        _ => null,
    };

    [GeneratedRegex("(?<!^)[A-Z]", RegexOptions.None, 1000)]
    private static partial Regex Word();
}
