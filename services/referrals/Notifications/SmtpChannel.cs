using System.Net;
using System.Net.Mail;
using System.Text.RegularExpressions;

namespace Reseau.Referrals.Notifications;

/// <summary>E-mail by SMTP: one connection for each message, since professionals are told of few things a day.</summary>
public sealed partial class SmtpChannel(SmtpOptions options, string host) : IChannel
{
    private static readonly SmtpStatusCode[] Final =
        [SmtpStatusCode.MailboxUnavailable, SmtpStatusCode.MailboxNameNotAllowed, SmtpStatusCode.UserNotLocalTryAlternatePath, SmtpStatusCode.ExceededStorageAllocation];

    /// <inheritdoc />
    public async Task SendAsync(OutgoingMessage message, CancellationToken cancellation)
    {
        using var mail = MailComposer.Compose(message, options.From, host);
        using var client = new SmtpClient(options.Host, options.Port) { EnableSsl = options.StartTls };
        if (options.User.Length > 0) client.Credentials = new NetworkCredential(options.User, options.Password);
        try
        {
            await client.SendMailAsync(mail, cancellation);
        }
        catch (SmtpException refused)
        {
            // GeneralFailure: no answer of the server at all.
            throw new ChannelException($"SMTP_{Word().Replace($"{refused.StatusCode}", "_$0").ToUpperInvariant()}", Final.Contains(refused.StatusCode), refused);
        }
    }

    [GeneratedRegex("(?<!^)[A-Z]", RegexOptions.None, 1000)]
    private static partial Regex Word();
}
