using Google.Protobuf.WellKnownTypes;
using Reseau.Hosting.Contracts;
using Reseau.Hosting.Log;
using Reseau.Training.Domain;
using Reseau.Training.Domain.Plans;
using Reseau.Training.Figures;
using Contract = Reseau.Training.V1;

namespace Reseau.Training.Rpc;

/// <summary>Plans as messages. The enums of contract and domain share their numbers.</summary>
internal static class PlanMapper
{
    /// <summary>A plan with one of its texts, and how far it is when that was counted.</summary>
    public static Contract.Plan ToMessage(Plan plan, PlanText text, PlanProgress? progress)
    {
        var content = text.Content;
        var message = new Contract.Plan
        {
            Name = plan.Name,
            Etag = Etag.Of(plan.Version),
            State = (Contract.Plan.Types.State)plan.State,
            Institution = Codes.Institution(plan.Institution),
            Network = plan.Network,
            Version = text.Version,
            Title = content.Title,
            StartDate = content.Start.ToDate(),
            EndDate = content.End.ToDate(),
            Purpose = content.Purpose,
            CreateTime = plan.CreatedAt.ToTimestamp(),
        };
        message.Goals.AddRange(content.Goals.Select((goal, place) => ToMessage(goal, progress?.Goals[place])));
        message.Courses.AddRange(content.Courses.Select(course => ToMessage(course, progress?.Courses[course.Course])));
        message.Costs.AddRange(content.Costs.Select(ToMessage));
        message.Funders.AddRange(content.Funders.Select(ToMessage));
        message.PriorityGroups.AddRange(content.PriorityGroups.Select(ToMessage));
        return message;
    }

    private static Contract.Goal ToMessage(Goal goal, GoalProgress? progress)
    {
        var message = new Contract.Goal
        {
            Key = goal.Key,
            Text = goal.Text,
            Group = ToMessage(goal.Group),
            Skill = goal.Skill,
            Level = goal.Skill.Length == 0 ? Contract.SkillLevel.Unspecified : (Contract.SkillLevel)goal.Level,
            Habilitation = goal.Habilitation,
            TargetPercent = goal.TargetPercent,
            DueDate = goal.Due.ToDate(),
            EachSite = goal.EachSite,
        };
        if (progress is not null)
        {
            message.Progress = new()
            {
                Persons = progress.Persons,
                Reached = progress.Reached,
                Suppressed = progress.Suppressed,
                TargetReached = progress.TargetReached,
                Late = progress.Late,
                SitesReached = progress.SitesReached,
                Sites = progress.Sites,
            };
        }
        return message;
    }

    private static Contract.PlannedCourse ToMessage(PlannedCourse course, CourseProgress? progress)
    {
        var message = new Contract.PlannedCourse { Course = course.Course, Sessions = course.Sessions, SessionsPlanned = progress?.Sessions ?? 0, Trained = progress?.Trained ?? 0 };
        message.Goals.AddRange(course.Goals);
        return message;
    }

    private static Contract.PlanGroup ToMessage(PlanGroup group)
    {
        var message = new Contract.PlanGroup { Label = group.Label };
        message.Institutions.AddRange(group.Institutions.Select(Codes.Institution));
        message.Sites.AddRange(group.Sites);
        message.Functions.AddRange(group.Functions.Select(function => (Contract.Function)function));
        return message;
    }

    private static Contract.PlanMoney ToMessage(PlanMoney sum) => new() { Label = sum.Label, Cents = sum.Cents };
}
