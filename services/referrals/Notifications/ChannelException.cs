namespace Reseau.Referrals.Notifications;

/// <summary>A message was not taken. It says why as a code, since what another server says may quote an address.</summary>
public sealed class ChannelException : Exception
{
    /// <summary>A failure.</summary>
    /// <param name="code">Why.</param>
    /// <param name="isPermanent">Whether trying again is useless.</param>
    /// <param name="inner">What was caught.</param>
    public ChannelException(string code, bool isPermanent, Exception? inner = null) : base(code, inner) => (Code, IsPermanent) = (code, isPermanent);

    /// <summary>Why, e.g. <c>HTTP_503</c>.</summary>
    public string Code { get; }

    /// <summary>Whether trying again is useless.</summary>
    public bool IsPermanent { get; }
}
