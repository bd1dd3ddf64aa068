using System.Collections.Concurrent;
using Grpc.Core;
using Reseau.Training.V1;
using static Reseau.Training.V1.Course.Types;

namespace Reseau.Gateway.Tests.Hosts;

/// <summary>Courses that tests put in, and enough of their rules for what the portal must explain.</summary>
public sealed class CoursesStandIn : CoursesService.CoursesServiceBase
{
    private readonly ConcurrentDictionary<string, Course> _courses = new(StringComparer.Ordinal);

    public ListCoursesRequest LastList { get; private set; } = new();

    public ConcurrentQueue<CreateCourseRequest> Created { get; } = new();

    public void Given(Course course) => _courses[course.Name] = course;

    /// <summary>A course of the CCAS.</summary>
    public string Given(State state = State.Published, Action<Course>? but = null)
    {
        var course = new Course
        {
            Name = $"courses/{Guid.NewGuid():N}",
            Etag = "1",
            State = state,
            Institution = "institutions/ccas-rennes",
            Title = "Accompagner sans faire à la place",
            Provider = "Emmaüs Connect",
            Objectives = { "Reconnaître un besoin numérique", "Savoir vers qui orienter" },
            HalfDays = 2,
            Modality = Modality.OnSite,
            MinSeats = 4,
            MaxSeats = 12,
            Functions = { Function.ReceptionAgent },
            Skills = { new GivenSkill { Skill = "skills/demarches-en-ligne", Level = SkillLevel.Autonomous } },
            Habilitations = { "habilitationRules/aidants-connect" },
            NeedsApproval = true,
        };
        but?.Invoke(course);
        Given(course);
        return course.Name;
    }

    public Course Find(string name) => _courses.TryGetValue(name, out var found) ? found : throw Refusals.Of(StatusCode.PermissionDenied, "NOT_ALLOWED", "Non.");

    /// <summary>Somebody else changed it.</summary>
    public void ChangeMeanwhile(string name) => Find(name).Etag = "9";

    public override Task<Course> GetCourse(GetCourseRequest request, ServerCallContext context) => Task.FromResult(Find(request.Name));

    public override Task<ListCoursesResponse> ListCourses(ListCoursesRequest request, ServerCallContext context)
    {
        LastList = request;
        if (request.Query.Length == 1) throw Refusals.Of(StatusCode.InvalidArgument, "INVALID_REQUEST", "À corriger.", ("query", "Écrivez au moins deux lettres."));
        return Task.FromResult(new ListCoursesResponse
        {
            Courses = { _courses.Values.Where(course => course.Title.Contains(request.Query, StringComparison.OrdinalIgnoreCase)).OrderBy(course => course.Title, StringComparer.Ordinal) },
        });
    }

    public override Task<Course> CreateCourse(CreateCourseRequest request, ServerCallContext context)
    {
        Check(request.Course, request.RequestId);
        if (!_courses.TryAdd(request.Course.Name, request.Course)) throw Refusals.Of(StatusCode.AlreadyExists, "COURSE_ALREADY_EXISTS", "Une formation porte déjà ce nom.");
        (request.Course.State, request.Course.Institution, request.Course.Etag) = (State.Draft, "institutions/ccas-rennes", "1");
        Created.Enqueue(request);
        return Task.FromResult(request.Course);
    }

    public override Task<Course> UpdateCourse(UpdateCourseRequest request, ServerCallContext context)
    {
        var course = Find(request.Course.Name);
        Check(request.Course, request.RequestId);
        Demand(course, request.Course.Etag);
        (request.Course.State, request.Course.Institution, request.Course.Etag) = (course.State, course.Institution, course.Etag + "+");
        Given(request.Course);
        return Task.FromResult(request.Course);
    }

    public override Task<Course> PublishCourse(PublishCourseRequest request, ServerCallContext context)
    {
        var course = Find(request.Name);
        Demand(course, request.Etag);
        if (course.Objectives.Count == 0) throw Refusals.Of(StatusCode.InvalidArgument, "INVALID_REQUEST", "À corriger.", ("course.objectives", "Écrivez au moins un objectif."));
        course.State = State.Published;
        return Task.FromResult(course);
    }

    public override Task<Course> ArchiveCourse(ArchiveCourseRequest request, ServerCallContext context)
    {
        Demand(Find(request.Name), request.Etag);
        Find(request.Name).State = State.Archived;
        return Task.FromResult(Find(request.Name));
    }

    private static void Demand(Course course, string etag)
    {
        if (etag != course.Etag) throw Refusals.Of(StatusCode.Aborted, "STALE_ETAG", "La formation a changé.");
    }

    private static void Check(Course course, string requestId)
    {
        (string, string)[] wrong =
        [
            .. course.Title.Length == 0 ? [("course.title", "Donnez un titre.")] : ((string, string)[])[],
            .. course.MaxSeats == 0 ? [("course.max_seats", "Indiquez un nombre de 1 à 1000.")] : ((string, string)[])[],
            .. course.Skills.Index().Where(skill => skill.Item.Level == default).Select(skill => ($"course.skills[{skill.Index}].level", "Choisissez une valeur de la liste.")),
            .. requestId.Length == 0 ? [("request_id", "L’identifiant est obligatoire.")] : ((string, string)[])[],
        ];
        if (wrong.Length > 0) throw Refusals.Of(StatusCode.InvalidArgument, "INVALID_REQUEST", "À corriger.", wrong);
    }
}
