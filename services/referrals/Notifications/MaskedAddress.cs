namespace Reseau.Referrals.Notifications;

/// <summary>Enough of an address for a head of team to say whose it is, and to see a slip of the finger in what follows the @.</summary>
public static class MaskedAddress
{
    /// <summary>Masks an address; empty stays empty.</summary>
    public static string Of(NotificationChannel channel, string address)
    {
        if (address.Length == 0) return "";
        if (channel == NotificationChannel.Sms) return $"… {address[^2..]}";
        if (channel == NotificationChannel.Webhook) return Uri.TryCreate(address, UriKind.Absolute, out var url) ? url.Host : "…";
        var at = address.LastIndexOf('@');
        return $"{address[..Math.Min(2, at)]}…{address[at..]}";
    }
}
