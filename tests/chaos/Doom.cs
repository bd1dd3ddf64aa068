using System.Globalization;

namespace Reseau.Chaos;

/// <summary>Where a process is to die.</summary>
/// <param name="Step">A step of <see cref="Hosting.Telemetry.Steps"/>.</param>
/// <param name="Passing">At which passing, from 1.</param>
/// <param name="Until">The step is held up there until this one has come as far; empty = it dies at once.</param>
/// <param name="Reached">How far that other step had come before.</param>
internal sealed record Doom(string Step, int Passing, string Until, long Reached)
{
    /// <summary>Where the process is told.</summary>
    public const string Variable = "RESEAU_CHAOS_DOOM";

    /// <summary>As the process is told it.</summary>
    public string Write() => string.Create(CultureInfo.InvariantCulture, $"{Step} {Passing} {Reached} {Until}");

    /// <summary>What the process was told.</summary>
    public static Doom Read(string text)
    {
        var words = text.Split(' ');
        return new(words[0], int.Parse(words[1], CultureInfo.InvariantCulture), words[3], long.Parse(words[2], CultureInfo.InvariantCulture));
    }
}
