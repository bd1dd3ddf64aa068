namespace Reseau.Training.Demo;

/// <summary>What a first start with the demo network loads: streams by name, each with its events from the first on.</summary>
internal static class DemoTraining
{
    public static IReadOnlyList<(string Stream, IReadOnlyList<object> Events)> All(DateTimeOffset now) =>
    [
        .. DemoCourses.All().Select(course => (course.Name, DemoCourses.Events(course))),
        .. DemoSessions.All(now),
    ];
}
