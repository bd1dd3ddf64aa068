namespace Reseau.Journeys.Browsing;

/// <summary>An invented person whose every word can be looked for: no other text of the network contains them.</summary>
public sealed class Beneficiary
{
    private readonly string _mark = Mark.New();

    /// <summary>Given name.</summary>
    public string GivenName => $"Zélie{_mark}";

    /// <summary>Family name.</summary>
    public string FamilyName => $"Canari{_mark}";

    /// <summary>Both.</summary>
    public string Name => $"{GivenName} {FamilyName}";

    /// <summary>What she needs.</summary>
    public string Need => $"Ne sait plus ouvrir son espace {_mark}quelconque.";

    /// <summary>From the range kept for fiction.</summary>
    public string Phone { get; } = $"02619101{Random.Shared.Next(10, 99)}";

    /// <summary>Her address.</summary>
    public string Email => $"{_mark}@exemple.fr";

    /// <summary>What must never be found in plain text.</summary>
    public IReadOnlyList<string> Canaries => [GivenName, FamilyName, Email, $"{_mark}quelconque"];
}
