using Reseau.Journeys.Local;

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

    /// <inheritdoc />
    public void Dispose()
    {
        Ccas.Dispose();
        Caf.Dispose();
    }
}
