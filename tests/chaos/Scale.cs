using System.Globalization;
using Xunit.Abstractions;

namespace Reseau.Chaos;

/// <summary>How long the suite goes on: short unless the environment says more.</summary>
internal static class Scale
{
    /// <summary>How often each test kills: RESEAU_CHAOS_KILLS.</summary>
    public static int Kills(int usually) => Number("RESEAU_CHAOS_KILLS") ?? usually;

    /// <summary>For how long the broker says nothing: RESEAU_CHAOS_SILENCE, in seconds.</summary>
    public static TimeSpan Silence => TimeSpan.FromSeconds(Number("RESEAU_CHAOS_SILENCE") ?? 10);

    /// <summary>What all chance comes from, told to whoever reads the result: RESEAU_CHAOS_SEED plays it again.</summary>
    public static int Seed(ITestOutputHelper output)
    {
        var seed = Number("RESEAU_CHAOS_SEED") ?? Random.Shared.Next();
        output.WriteLine($"RESEAU_CHAOS_SEED={seed}");
        return seed;
    }

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : null;
}
