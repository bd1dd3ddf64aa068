using Reseau.Testing;
using Reseau.Testing.Databases;
using Reseau.Testing.Hosts;

namespace Reseau.Training.Tests.Rpc;

/// <summary>Who calls in these tests, each with the role they call by and the institution they speak for.</summary>
internal static class Network
{
    /// <summary>Reception agent of ccas-rennes.</summary>
    public const string Claire = "claire.accueil";

    /// <summary>Head of team of ccas-rennes.</summary>
    public const string Yann = "yann.responsable";

    /// <summary>Referral handler of caf-35.</summary>
    public const string Karim = "karim.caf";

    /// <summary>Head of team of caf-35.</summary>
    public const string Nadia = "nadia.caf";

    /// <summary>Trainer of arcs-rennes.</summary>
    public const string Paul = "paul.arcs";

    /// <summary>Chargée de mission of the network.</summary>
    public const string Sofia = "sofia.mission";

    /// <summary>Administrator of the platform.</summary>
    public const string Admin = "admin.reseau";

    /// <summary>Information system of caf-35.</summary>
    public const string CafSystem = "si-caf-35";

    public static string NewId() => Guid.NewGuid().ToString();

    /// <summary>The service on an empty database, with a clock that moves when told to.</summary>
    public static async Task<(TrainingHost Host, TestClock Clock)> StartedAsync(DatabaseProvider provider)
    {
        var clock = new TestClock();
        var host = new TrainingHost { Provider = provider, Clock = clock };
        await host.InitializeAsync();
        return (host, clock);
    }
}
