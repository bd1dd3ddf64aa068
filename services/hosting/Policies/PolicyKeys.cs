namespace Reseau.Hosting.Policies;

/// <summary>Where compiled policies stand in the shared state. Written by conventions, read by all.</summary>
public static class PolicyKeys
{
    /// <summary>How the network treats those who have signed nothing: a <see cref="Reseau.Policies.V1.Network"/> in JSON.</summary>
    public const string Network = "policy:network";

    /// <summary>What binds two institutions, by their ids: a <see cref="Reseau.Policies.V1.Policy"/> in JSON.</summary>
    public static string Of(string from, string to) => $"policy:{from}:{to}";

    /// <summary>What a professional is qualified for, by the subject of their token: a <see cref="Reseau.Policies.V1.Habilitations"/> in JSON.</summary>
    public static string Habilitations(string professional) => $"habilitation:{professional}";
}
