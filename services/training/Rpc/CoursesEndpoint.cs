using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Access;
using Reseau.Hosting.Log;
using Reseau.Kernel;
using Reseau.Training.Domain.Courses;
using Reseau.Training.Views;
using Contract = Reseau.Training.V1;

namespace Reseau.Training.Rpc;

/// <summary>The API of the catalogue: what professionals can be trained in. Each institution keeps its own courses; drafts are its own business.</summary>
internal sealed class CoursesEndpoint(CommandLog<TrainingDb> commands, LogReader<TrainingDb> log, IDbContextFactory<TrainingDb> databases, TimeProvider clock)
    : Contract.CoursesService.CoursesServiceBase
{
    private const string Collection = "courses";
    private const int QueryLength = 100;

    public override Task<Contract.Course> CreateCourse(Contract.CreateCourseRequest request, ServerCallContext context)
    {
        var (violations, course, caller) = (new Violations(), request.Course ?? new(), Caller.Of(context));
        var content = CourseMapper.Read(course, violations);
        var name = FieldRules.ChosenName(course.Name, Collection, "course.name", violations);
        return DecideAsync(context, request, (name, "", request.RequestId), violations, content, current => CourseDecider.Create(current, name, caller.Institution, content));
    }

    public override Task<Contract.Course> UpdateCourse(Contract.UpdateCourseRequest request, ServerCallContext context)
    {
        var (violations, course, caller) = (new Violations(), request.Course ?? new(), Caller.Of(context));
        var content = CourseMapper.Read(course, violations);
        var name = ResourceName.Parse(course.Name, Collection, "course.name", violations).ToString();
        return DecideAsync(context, request, (name, course.Etag, request.RequestId), violations, content, current => CourseDecider.Revise(Own(current, caller), content));
    }

    public override Task<Contract.Course> PublishCourse(Contract.PublishCourseRequest request, ServerCallContext context)
    {
        var (violations, caller) = (new Violations(), Caller.Of(context));
        var name = ResourceName.Parse(request.Name, Collection, "name", violations).ToString();
        return DecideAsync(context, request, (name, request.Etag, request.RequestId), violations, content: null, current => CourseDecider.Publish(Own(current, caller)));
    }

    public override Task<Contract.Course> ArchiveCourse(Contract.ArchiveCourseRequest request, ServerCallContext context)
    {
        var (violations, caller) = (new Violations(), Caller.Of(context));
        var name = ResourceName.Parse(request.Name, Collection, "name", violations).ToString();
        return DecideAsync(context, request, (name, request.Etag, request.RequestId), violations, content: null, current => CourseDecider.Archive(Own(current, caller)));
    }

    public override async Task<Contract.Course> GetCourse(Contract.GetCourseRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        var name = ResourceName.Parse(request.Name, Collection, "name", violations).ToString();
        violations.ThrowIfAny();
        await using var db = await databases.CreateDbContextAsync(context.CancellationToken);
        var row = await db.Courses.AsNoTracking().SingleOrDefaultAsync(row => row.Name == name, context.CancellationToken);
        return row is not null && (row.State != CourseState.Draft || row.Institution == Caller.Of(context).Institution) ? CourseMapper.ToMessage(CourseView.Read(row)) : throw Caller.NotAllowed();
    }

    public override async Task<Contract.ListCoursesResponse> ListCourses(Contract.ListCoursesRequest request, ServerCallContext context)
    {
        var (violations, caller, cancellation) = (new Violations(), Caller.Of(context), context.CancellationToken);
        var asked = new CourseQuestion(caller.Institution)
        {
            PlainTitle = PlainWords.Of(violations.Optional("query", request.Query, QueryLength)),
            Skill = request.Skill.Length == 0 ? "" : ResourceName.Parse(request.Skill, "skills", "skill", violations).ToString(),
            Habilitation = request.Habilitation.Length == 0 ? "" : ResourceName.Parse(request.Habilitation, "habilitationRules", "habilitation", violations).ToString(),
            Archived = request.ShowArchived,
        };
        violations.ThrowIfAny();
        var question = $"courses/{asked}";
        var (after, size) = (Paging.Read(request.PageToken, question, parts: 2), Paging.Size(request.PageSize));
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var page = await CoursePages.ReadAsync(db, asked, after, size, cancellation);

        var answer = new Contract.ListCoursesResponse();
        if (page.Count > size)
        {
            page.RemoveAt(size);
            answer.NextPageToken = Paging.Token(question, page[^1].PlainTitle, page[^1].Name);
        }
        answer.Courses.AddRange(page.Select(row => CourseMapper.ToMessage(CourseView.Read(row))));
        return answer;
    }

    private async Task<Contract.Course> DecideAsync(
        ServerCallContext context, IMessage request, (string Name, string Etag, string RequestId) target, Violations violations, CourseContent? content, Func<Course?, Decision<CourseEvent>> decide)
    {
        Commands.RequireRequestId(target.RequestId, violations);
        violations.ThrowIfAny();
        var result = await commands.ExecuteAsync(Commands.From(context, request, target.RequestId, clock), async (unit, cancellation) =>
        {
            var current = Fold(target.Name, await unit.ReadAsync(target.Name, cancellation));
            var events = decide(current).EventsOrThrow();
            if (current is not null) Etag.Check(target.Etag, target.Name, current.Version);
            if (content is not null && events.Count > 0) await CheckGiftsAsync(unit.Db, content, cancellation);
            return await unit.AppendAsync(target.Name, current?.Version ?? 0, events, cancellation);
        }, context.CancellationToken);
        return CourseMapper.ToMessage(Fold(result.Stream, await log.ReadStreamAsync(result.Stream, result.Version, context.CancellationToken))!);
    }

    // What a course gives must be something that the network speaks of.
    private static async Task CheckGiftsAsync(TrainingDb db, CourseContent content, CancellationToken cancellation)
    {
        var (skills, rules) = (content.Skills.Select(skill => skill.Skill).ToArray(), content.Habilitations.ToArray());
        var knownSkills = await db.Skills.Where(row => EF.Parameter(skills).Contains(row.Name)).Select(row => row.Name).ToListAsync(cancellation);
        if (skills.Except(knownSkills, StringComparer.Ordinal).FirstOrDefault() is { } skill)
            throw new RefusedException(new("SKILL_NOT_FOUND", "There is no such skill.", ("skill", skill)));
        var knownRules = await db.HabilitationRules.Where(row => EF.Parameter(rules).Contains(row.Name)).Select(row => row.Name).ToListAsync(cancellation);
        if (rules.Except(knownRules, StringComparer.Ordinal).FirstOrDefault() is { } rule)
            throw new RefusedException(new("HABILITATION_RULE_NOT_FOUND", "There is no such rule.", ("rule", rule)));
    }

    private static Course Own(Course? course, Caller caller) => course is not null && course.Institution == caller.Institution ? course : throw Caller.NotAllowed();

    private static Course? Fold(string name, IReadOnlyList<RecordedEvent> history) =>
        history.Aggregate((Course?)null, (current, recorded) => Course.Evolve(current, name, recorded.Version, (CourseEvent)recorded.Body));
}
