using Reseau.Gateway.Portal.Labels;

namespace Reseau.Gateway.Portal.Map;

/// <summary>The bar that tells distances: a round length that takes at most a quarter of the picture.</summary>
/// <param name="Length">In units of the picture.</param>
/// <param name="Text">The distance it stands for.</param>
public sealed record MapScale(double Length, string Text)
{
    private static readonly int[] Steps = [1, 2, 5];

    /// <param name="metersPerUnit">Metres on the ground for one unit of the picture.</param>
    /// <param name="longest">Longest bar, in units.</param>
    public static MapScale Fitting(double metersPerUnit, double longest)
    {
        var most = metersPerUnit * longest;
        var power = Math.Pow(10, Math.Floor(Math.Log10(most)));
        var meters = Steps.Select(step => step * power).Last(length => length <= most * (1 + 1e-9));
        return new(meters / metersPerUnit, Said(meters));
    }

    private static string Said(double meters) => meters < 1000
        ? string.Create(French.Culture, $"{meters:0} m")
        : string.Create(French.Culture, $"{meters / 1000:0} km");
}
