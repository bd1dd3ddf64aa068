using Reseau.Journeys.Local;
using Reseau.Testing.Hosts;

namespace Reseau.Chaos;

/// <summary>One life of the network, from ready to killed, as its clients see it.</summary>
public sealed class Life : IDisposable
{
    private Life(Party ccas, Party caf) => (Ccas, Caf) = (ccas, caf);

    /// <summary>Sends.</summary>
    public Party Ccas { get; }

    /// <summary>Answers.</summary>
    public Party Caf { get; }

    /// <summary>Signs both institutions in.</summary>
    public static async Task<Life> OfAsync(LocalEdition edition)
    {
        var parties = await Task.WhenAll(Party.SignInAsync(edition, Party.Ccas), Party.SignInAsync(edition, Party.Caf));
        return new(parties[0], parties[1]);
    }

    /// <summary>The same two, at the referral service's own door.</summary>
    /// <param name="referrals">Its address.</param>
    /// <param name="identity">The identity provider; asked anew, because a long run outlives a token.</param>
    public static async Task<Life> OfAsync(string referrals, string identity)
    {
        var provider = new TestIdentity(identity);
        var tokens = await Task.WhenAll(provider.TokenAsync(Party.Ccas), provider.TokenAsync(Party.Caf));
        return new(Party.With(tokens[0], referrals), Party.With(tokens[1], referrals));
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Ccas.Dispose();
        Caf.Dispose();
    }
}
