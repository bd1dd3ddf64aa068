using Reseau.Kernel;

namespace Reseau.Conventions.Domain;

/// <summary>A governance body: who sits in it, when it met, what it decided. It lives until it is dissolved, and can still be read then.</summary>
public sealed record Body
{
    /// <summary><c>bodies/{body}</c>.</summary>
    public required string Name { get; init; }

    /// <summary>How many events it has.</summary>
    public long Version { get; init; }

    /// <summary>What it is.</summary>
    public required BodyContent Content { get; init; }

    /// <summary>Its meetings, the newest first; one a day.</summary>
    public ValueList<Meeting> Meetings { get; init; }

    /// <summary>Whether it was dissolved.</summary>
    public bool Dissolved { get; init; }

    /// <summary>When it was set up.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Takes one event in.</summary>
    public static Body Evolve(Body? current, string name, long version, DateTimeOffset at, BodyEvent happened)
    {
        if (happened is BodySetUp setUp) return new() { Name = name, Version = version, Content = setUp.Content, CreatedAt = at };
        var known = (current ?? throw new InvalidOperationException($"{name} starts with a {happened.GetType().Name}.")) with { Version = version };
        return happened switch
        {
            BodyChanged changed => known with { Content = changed.Content },
            MeetingRecorded recorded => known with { Meetings = [.. known.Meetings.Where(other => other.Date != recorded.Meeting.Date).Append(recorded.Meeting).OrderByDescending(meeting => meeting.Date)] },
            BodyDissolved => known with { Dissolved = true },
            _ => known,
        };
    }
}

/// <summary>Kinds of bodies; numbers are those of the contract.</summary>
public enum BodyKind
{
    /// <summary>Steering committee: decides.</summary>
    Steering = 1,

    /// <summary>Technical group: prepares and arbitrates.</summary>
    Technical,

    /// <summary>Any other.</summary>
    Other,
}

/// <summary>What a body is.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="Members">Who sits in it.</param>
public sealed record BodyContent(string Title, BodyKind Kind, string Purpose, ValueList<Member> Members);

/// <summary>Who sits in a body.</summary>
/// <param name="Institution">Institution id.</param>
/// <param name="Professional">The professional; empty = the institution says whom it sends.</param>
/// <param name="Function">In what capacity.</param>
public sealed record Member(string Institution, string Professional, string Function);

/// <summary>A meeting.</summary>
/// <param name="Date">Its day.</param>
/// <param name="Place">Where.</param>
/// <param name="Agenda">What was dealt with.</param>
/// <param name="Present">Institution ids that were there.</param>
/// <param name="Decisions">What was decided.</param>
public sealed record Meeting(DateOnly Date, string Place, string Agenda, ValueList<string> Present, ValueList<GovernanceDecision> Decisions)
{
    /// <summary>What was said.</summary>
    public string Minutes { get; init; } = "";
}

/// <summary>What a body decided.</summary>
/// <param name="Text">What.</param>
/// <param name="Conventions"><c>conventions/{convention}</c> it is about.</param>
public sealed record GovernanceDecision(string Text, ValueList<string> Conventions);

/// <summary>Something that happened to a body.</summary>
public abstract record BodyEvent;

/// <summary>It was set up.</summary>
/// <param name="Content">What it is.</param>
public sealed record BodySetUp(BodyContent Content) : BodyEvent;

/// <summary>Title, role or members changed.</summary>
/// <param name="Content">What it is.</param>
public sealed record BodyChanged(BodyContent Content) : BodyEvent;

/// <summary>A meeting was recorded, or what was recorded of that day replaced.</summary>
/// <param name="Meeting">The meeting.</param>
public sealed record MeetingRecorded(Meeting Meeting) : BodyEvent;

/// <summary>It was dissolved.</summary>
public sealed record BodyDissolved : BodyEvent;
