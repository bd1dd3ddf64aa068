using Reseau.Kernel.Policies;

namespace Reseau.Partners.Subscriptions;

/// <summary>What binds two institutions, as conventions announced it: as much as the directory shows of it.</summary>
public sealed class BondRow
{
    /// <summary>Institution id that sends.</summary>
    public required string Sender { get; set; }

    /// <summary>Institution id that receives.</summary>
    public required string Recipient { get; set; }

    /// <summary>Version of the policy.</summary>
    public long Version { get; set; }

    /// <summary>Where it stands.</summary>
    public PolicyStanding Standing { get; set; }

    /// <summary>First day on which it allows something.</summary>
    public DateOnly? Start { get; set; }

    /// <summary>Last day on which it allows something; null = no end.</summary>
    public DateOnly? End { get; set; }

    /// <summary>Whether conventions contradict each other, and nothing may be sent.</summary>
    public bool Contradicts { get; set; }

    /// <summary>Habilitations that whoever sends must hold, separated by commas; null = none.</summary>
    public string? Habilitations { get; set; }
}
