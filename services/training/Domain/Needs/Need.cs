using System.Text.Json.Serialization;

namespace Reseau.Training.Domain.Needs;

/// <summary>
/// What professionals of an institution, or of the network, cannot do yet, with what revealed it and what answers it.
/// <code>OPEN → PLANNED → MET; SET_ASIDE from the first two</code>
/// </summary>
public sealed record Need
{
    /// <summary><c>needs/{need}</c>.</summary>
    public required string Name { get; init; }

    /// <summary>How many events it has.</summary>
    public long Version { get; init; }

    /// <summary>Institution id whose need it is or, of one of the network, that raised it.</summary>
    public required string Institution { get; init; }

    /// <summary>Whether it is the network's.</summary>
    public bool Network { get; init; }

    /// <summary>Where it stands.</summary>
    public NeedState State { get; init; } = NeedState.Open;

    /// <summary>What it says.</summary>
    public required NeedContent Content { get; init; }

    /// <summary><c>plans/{plan}</c> that answers it; empty before.</summary>
    public string Plan { get; init; } = "";

    /// <summary>Key of the goal of that plan; empty when a course answers it.</summary>
    public string Goal { get; init; } = "";

    /// <summary><c>courses/{course}</c> of that plan; empty when a goal answers it.</summary>
    public string Course { get; init; } = "";

    /// <summary>Why it was given up; empty otherwise.</summary>
    public string SetAsideReason { get; init; } = "";

    /// <summary>When it was raised.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Institution id whose need it is; empty = the network's.</summary>
    [JsonIgnore]
    public string Owner => Network ? "" : Institution;

    /// <summary>Takes one event in.</summary>
    public static Need Evolve(Need? current, string name, long version, DateTimeOffset at, NeedEvent happened)
    {
        if (happened is NeedRaised raised)
            return new() { Name = name, Version = version, Institution = raised.Institution, Network = raised.Network, Content = raised.Content, CreatedAt = at };
        var known = (current ?? throw new InvalidOperationException($"{name} starts with a {happened.GetType().Name}.")) with { Version = version };
        return happened switch
        {
            NeedRevised revised => known with { Content = revised.Content },
            NeedPlanned planned => known with { State = NeedState.Planned, Plan = planned.Plan, Goal = planned.Goal, Course = planned.Course },
            NeedMet => known with { State = NeedState.Met },
            NeedSetAside given => known with { State = NeedState.SetAside, SetAsideReason = given.Reason },
            _ => known,
        };
    }
}
