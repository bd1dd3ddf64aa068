using Reseau.Training.Domain.Needs;

namespace Reseau.Training.Views;

/// <summary>A need on its list.</summary>
public sealed class NeedRow
{
    /// <summary><c>needs/{need}</c>.</summary>
    public required string Name { get; set; }

    /// <summary>Institution id whose need it is or, of one of the network, that raised it.</summary>
    public required string Institution { get; set; }

    /// <summary>Whether it is the network's; null for one of before there were such, which is not.</summary>
    public bool? Network { get; set; }

    /// <summary>Where it stands.</summary>
    public NeedState State { get; set; }

    /// <summary>How soon it is to be answered.</summary>
    public Urgency Urgency { get; set; }

    /// <summary>Skill or theme; empty for one with a title of its own.</summary>
    public required string Subject { get; set; }

    /// <summary>Whose it is, a bit for each function; 0 = everyone's.</summary>
    public int Functions { get; set; }

    /// <summary>How many professionals, by estimate.</summary>
    public int Persons { get; set; }

    /// <summary><c>plans/{plan}</c> that answers it; empty before.</summary>
    public required string Plan { get; set; }

    /// <summary>The need, as JSON.</summary>
    public required string Body { get; set; }
}
