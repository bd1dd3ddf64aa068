namespace Reseau.Gateway;

/// <summary>The configuration does not let the gateway start; says everything that is wrong with it.</summary>
public sealed class GatewaySettingsException(IReadOnlyList<string> mistakes)
    : Exception("The gateway cannot start:" + string.Concat(mistakes.Select(mistake => $"{Environment.NewLine}- {mistake}.")))
{
    public IReadOnlyList<string> Mistakes { get; } = mistakes;
}
