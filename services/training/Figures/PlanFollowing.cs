using Microsoft.EntityFrameworkCore;
using Reseau.Kernel;
using Reseau.Kernel.Calendar;
using Reseau.Training.Domain.Figures;
using Reseau.Training.Domain.Plans;
using Reseau.Training.Domain.Sessions;
using Reseau.Training.Views;

namespace Reseau.Training.Figures;

/// <summary>How far a plan is.</summary>
/// <param name="Goals">Each goal, in the order of the plan.</param>
/// <param name="Courses">Each course, by name.</param>
internal sealed record PlanProgress(IReadOnlyList<GoalProgress> Goals, IReadOnlyDictionary<string, CourseProgress> Courses);

/// <summary>How far a course of a plan is.</summary>
/// <param name="Sessions">Its sessions in the period that are open or took place.</param>
/// <param name="Trained">Persons who attended to the end; -1 = withheld.</param>
internal sealed record CourseProgress(int Sessions, int Trained);

/// <summary>Counts how far plans are, from the records: nobody reports progress, so nobody can embellish it.</summary>
internal sealed class PlanFollowing(PeopleTable people, IDbContextFactory<TrainingDb> databases, TimeProvider clock)
{
    private const int Withheld = -1;

    /// <summary>Counts what a plan says in one of its versions.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="content">What it says.</param>
    /// <param name="asking">Institution id that asks.</param>
    /// <param name="cancellation">Ends the counting.</param>
    public async Task<PlanProgress> FollowAsync(Plan plan, PlanContent content, string asking, CancellationToken cancellation)
    {
        var today = FrenchDay.Of(clock.GetUtcNow());
        var now = content.Goals.Count == 0 ? null : await people.ReadAsync(cancellation);
        return new(
            [.. content.Goals.Select(goal => GoalProgress.Of(goal, Question(goal, plan, now!.Names, asking, today).Count(now.Persons), today))],
            content.Courses.Count == 0 ? new Dictionary<string, CourseProgress>(StringComparer.Ordinal) : await CoursesAsync(plan, content, asking, cancellation));
    }

    private static GoalQuestion Question(Goal goal, Plan plan, PeopleNames names, string asking, DateOnly today)
    {
        // A plan of an institution is about its own people, whatever it says.
        IEnumerable<string> institutions = plan.Network ? goal.Group.Institutions : [plan.Institution];
        var group = new CountedGroup(Numbers(institutions, names.Institutions), Numbers(goal.Group.Sites, names.Sites), FunctionSet.Of(goal.Group.Functions.Select(function => (int)function)));
        return new(group, goal.Due.DayNumber, today.DayNumber)
        {
            Skill = names.Skills.Find(goal.Skill),
            Level = (int)goal.Level,
            Rule = names.Rules.Find(goal.Habilitation),
            Own = names.Institutions.Find(asking),
            EachSite = goal.EachSite,
        };
    }

    private static HashSet<int>? Numbers(IEnumerable<string> names, NameNumbers numbers)
    {
        var found = names.Select(numbers.Find).ToHashSet();
        return found.Count == 0 ? null : found;
    }

    private async Task<IReadOnlyDictionary<string, CourseProgress>> CoursesAsync(Plan plan, PlanContent content, string asking, CancellationToken cancellation)
    {
        string[] names = [.. NamedByPlan.CoursesOf(content)];
        var (from, before) = (FrenchDay.StartOf(content.Start), FrenchDay.StartOf(content.End.AddDays(1)));
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var sessions = db.Sessions.AsNoTracking().Where(row => EF.Parameter(names).Contains(row.Course) && row.StartAt >= from && row.StartAt < before
            && (row.State == SessionState.Open || row.State == SessionState.Closed));
        var planned = await sessions.GroupBy(row => row.Course).Select(course => new { course.Key, Count = course.Count() })
            .ToDictionaryAsync(course => course.Key, course => course.Count, StringComparer.Ordinal, cancellation);
        var attended = db.Enrolments.AsNoTracking().Where(row => row.State == EnrolmentState.Attended);
        if (!plan.Network) attended = attended.Where(row => row.Institution == plan.Institution);
        var trained = await attended.Join(sessions, row => row.Session, session => session.Name, (row, session) => new { session.Course, Own = row.Institution == asking, row.Professional })
            .GroupBy(row => new { row.Course, row.Own }).Select(course => new { course.Key.Course, course.Key.Own, Persons = course.Select(row => row.Professional).Distinct().Count() })
            .ToListAsync(cancellation);
        return names.ToDictionary(name => name, name =>
        {
            int Persons(bool own) => trained.Where(course => course.Course == name && course.Own == own).Sum(course => course.Persons);
            var others = Persons(own: false);
            return new CourseProgress(planned.GetValueOrDefault(name), Suppression.IsSmall(others) ? Withheld : others + Persons(own: true));
        }, StringComparer.Ordinal);
    }
}
