using System.Text;
using MimeKit;

namespace Reseau.Referrals.Notifications;

/// <summary>
/// A folder that shows what would be sent: an <c>.eml</c> for an e-mail, a text for an SMS, JSON for a webhook. A file carries the id
/// of its message, so that a repeat replaces it, and appears whole.
/// </summary>
public sealed class OutboxChannel(string folder, NotificationChannel way) : IChannel
{
    private const string From = "ne-pas-repondre@reseau.invalid";

    /// <inheritdoc />
    public async Task SendAsync(OutgoingMessage message, CancellationToken cancellation)
    {
        try
        {
            var drafts = Directory.CreateDirectory(Path.Combine(folder, $".{message.Id}"));
            var draft = way == NotificationChannel.Email ? await MailAsync(message, drafts, cancellation) : await TextAsync(message, drafts, cancellation);
            File.Move(draft, Path.Combine(folder, message.Id + Ending), overwrite: true);
            drafts.Delete(recursive: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ChannelException("OUTBOX_NOT_WRITABLE", isPermanent: false, failure);
        }
    }

    private string Ending => way switch
    {
        NotificationChannel.Email => ".eml",
        NotificationChannel.Sms => ".sms.txt",
        _ => ".json",
    };

    private static async Task<string> MailAsync(OutgoingMessage message, DirectoryInfo drafts, CancellationToken cancellation)
    {
        var draft = Path.Combine(drafts.FullName, "message");
        using var mail = MailComposer.Compose(message, From, "reseau.invalid");
        // As a mail server gets it.
        mail.Prepare(EncodingConstraint.SevenBit);
        await mail.WriteToAsync(draft, cancellation);
        return draft;
    }

    private async Task<string> TextAsync(OutgoingMessage message, DirectoryInfo drafts, CancellationToken cancellation)
    {
        var draft = Path.Combine(drafts.FullName, "message");
        var text = way == NotificationChannel.Sms ? $"{message.Address}\n\n{message.Brief}\n" : WebhookBody.Write(message);
        await File.WriteAllTextAsync(draft, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), cancellation);
        return draft;
    }
}
