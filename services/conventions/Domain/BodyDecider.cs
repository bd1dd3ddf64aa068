using Reseau.Kernel;

namespace Reseau.Conventions.Domain;

/// <summary>All decisions about a body: pure.</summary>
public static class BodyDecider
{
    /// <summary>Sets up a body.</summary>
    /// <param name="current">What has that name already; null for nothing.</param>
    /// <param name="name"><c>bodies/{body}</c>.</param>
    /// <param name="content">What it is.</param>
    public static Decision<BodyEvent> SetUp(Body? current, string name, BodyContent content)
    {
        if (current is not null) return new Refusal("BODY_ALREADY_EXISTS", "A body has this name.", ("body", name));
        return new BodySetUp(content);
    }

    /// <summary>Replaces what a body is.</summary>
    public static Decision<BodyEvent> Change(Body current, BodyContent content)
    {
        if (current.Dissolved) return IsDissolved(current);
        if (current.Content == content) return Decision.Nothing<BodyEvent>();
        return new BodyChanged(content);
    }

    /// <summary>Records a meeting.</summary>
    /// <param name="current">The body.</param>
    /// <param name="meeting">The meeting.</param>
    /// <param name="known">Which of the conventions it names exist.</param>
    public static Decision<BodyEvent> Record(Body current, Meeting meeting, IReadOnlyCollection<string> known)
    {
        if (current.Dissolved) return IsDissolved(current);
        if (meeting.Decisions.SelectMany(decision => decision.Conventions).FirstOrDefault(name => !known.Contains(name)) is { } missing)
            return new Refusal("CONVENTION_NOT_FOUND", "A decision names a convention that does not exist.", ("convention", missing));
        if (current.Meetings.Contains(meeting)) return Decision.Nothing<BodyEvent>();
        return new MeetingRecorded(meeting);
    }

    /// <summary>Dissolves a body.</summary>
    public static Decision<BodyEvent> Dissolve(Body current)
    {
        if (current.Dissolved) return Decision.Nothing<BodyEvent>();
        return new BodyDissolved();
    }

    private static Refusal IsDissolved(Body current) => new("BODY_DISSOLVED", "The body was dissolved.", ("body", current.Name));
}
