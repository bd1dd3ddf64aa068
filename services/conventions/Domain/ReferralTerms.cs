using Reseau.Kernel;

namespace Reseau.Conventions.Domain;

/// <summary>Who may refer what to whom: what is compiled into a policy.</summary>
/// <param name="From">Institution id that sends.</param>
/// <param name="To">Institution id that receives.</param>
/// <param name="Clause">Key of the clause that says so.</param>
public sealed record ReferralTerms(string From, string To, string Clause)
{
    /// <summary>data.inclusion themes; empty = all.</summary>
    public ValueList<string> Themes { get; init; }

    /// <summary><c>services/{service}</c> of the recipient; empty = all.</summary>
    public ValueList<string> Services { get; init; }

    /// <summary>Fields of the person's file; empty = all.</summary>
    public ValueList<string> Fields { get; init; }

    /// <summary>Business days to say that it was read; 0 = the network's.</summary>
    public int AcknowledgeDays { get; init; }

    /// <summary>Business days to take the person or not; 0 = the network's.</summary>
    public int DecideDays { get; init; }

    /// <summary>Business days before the recipient's backup is told; 0 = the network's.</summary>
    public int EscalateDays { get; init; }

    /// <summary>Referrals a calendar month may hold; 0 = no limit.</summary>
    public int MonthlyCapacity { get; init; }

    /// <summary>Habilitations the sender's agent must hold.</summary>
    public ValueList<string> RequiredHabilitations { get; init; }
}
