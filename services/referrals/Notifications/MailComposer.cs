using MimeKit;

namespace Reseau.Referrals.Notifications;

/// <summary>A message as an e-mail: text and HTML, in UTF-8, marked as written by a program.</summary>
internal static class MailComposer
{
    /// <summary>The e-mail; the caller disposes of it.</summary>
    /// <param name="message">What it says.</param>
    /// <param name="from">Address of the sender.</param>
    /// <param name="host">What makes its id one of ours.</param>
    public static MimeMessage Compose(OutgoingMessage message, string from, string host)
    {
        var mail = new MimeMessage
        {
            Subject = message.Subject,
            // The same however often it is sent: mail servers and readers recognise a repeat by it.
            MessageId = $"{message.Id}@{host}",
            Body = new BodyBuilder { TextBody = message.Text, HtmlBody = message.Html }.ToMessageBody(),
        };
        mail.From.Add(new MailboxAddress("Réseau", from));
        mail.To.Add(new MailboxAddress("", message.Address));
        // So that absence assistants do not answer (RFC 3834).
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        mail.Headers.Add("X-Auto-Response-Suppress", "All");
        // A page to decide on, not an address that unsubscribes: mail scanners open every link.
        mail.Headers.Add(HeaderId.ListUnsubscribe, $"<{message.PreferencesUrl}>");
        return mail;
    }
}
