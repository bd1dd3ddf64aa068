namespace Reseau.Referrals.Notifications;

/// <summary>The port: hands a message over to whatever carries it. It may be called again with the same message.</summary>
public interface IChannel
{
    /// <summary>Hands it over.</summary>
    /// <exception cref="ChannelException">It was not taken.</exception>
    Task SendAsync(OutgoingMessage message, CancellationToken cancellation);
}
