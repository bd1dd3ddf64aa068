using System.Collections.Concurrent;
using Grpc.Core;
using Reseau.Training.V1;

namespace Reseau.Gateway.Tests.Hosts;

/// <summary>Courses that tests put in.</summary>
public sealed class CoursesStandIn : CoursesService.CoursesServiceBase
{
    private readonly ConcurrentDictionary<string, Course> _courses = new(StringComparer.Ordinal);

    public ListCoursesRequest LastList { get; private set; } = new();

    public void Given(Course course) => _courses[course.Name] = course;

    public Course Find(string name) => _courses.TryGetValue(name, out var found) ? found : throw Refusals.Of(StatusCode.PermissionDenied, "NOT_ALLOWED", "Non.");

    public override Task<Course> GetCourse(GetCourseRequest request, ServerCallContext context) => Task.FromResult(Find(request.Name));

    public override Task<ListCoursesResponse> ListCourses(ListCoursesRequest request, ServerCallContext context)
    {
        LastList = request;
        return Task.FromResult(new ListCoursesResponse { Courses = { _courses.Values.OrderBy(course => course.Title, StringComparer.Ordinal) } });
    }
}
