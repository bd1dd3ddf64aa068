using Reseau.Hosting.Log;
using Reseau.Kernel;
using Reseau.Training.Domain;
using Reseau.Training.Domain.Courses;
using Reseau.Training.Domain.Professionals;
using Contract = Reseau.Training.V1;

namespace Reseau.Training.Rpc;

/// <summary>Courses, from the contract and to it. The enums of both share their numbers.</summary>
internal static class CourseMapper
{
    private const int LineLength = 150;
    private const int ObjectiveLength = 300;
    private const int DescriptionLength = 5000;
    private const int PrerequisitesLength = 500;
    private const int MostObjectives = 20;
    private const int MostHalfDays = 60;
    private const int MostSkills = 50;
    private const int MostHabilitations = 10;
    private const int MostFunctions = 8;

    /// <summary>Most seats of a session.</summary>
    public const int MostSeats = 1000;

    /// <summary>The highest price of a seat: ten million euros, beyond which sums over many seats would lose their meaning.</summary>
    public const long HighestCost = 1_000_000_000;

    /// <summary>What a course is.</summary>
    public static CourseContent Read(Contract.Course course, Violations violations)
    {
        FieldRules.TooMany(course.Objectives.Count, MostObjectives, "course.objectives", violations);
        FieldRules.TooMany(course.Skills.Count, MostSkills, "course.skills", violations);
        FieldRules.TooMany(course.Habilitations.Count, MostHabilitations, "course.habilitations", violations);
        FieldRules.TooMany(course.Functions.Count, MostFunctions, "course.functions", violations);
        FieldRules.Unique(course.Skills.Select(skill => skill.Skill), "course.skills", violations);
        FieldRules.Unique(course.Habilitations, "course.habilitations", violations);
        FieldRules.Between(course.HalfDays, 1, MostHalfDays, "course.half_days", violations);
        FieldRules.Between(course.MaxSeats, 1, MostSeats, "course.max_seats", violations);
        FieldRules.Between(course.MinSeats, 0, Math.Max(0, course.MaxSeats), "course.min_seats", violations);
        FieldRules.Between(course.SeatCostCents, 0, HighestCost, "course.seat_cost_cents", violations);
        return new()
        {
            Title = violations.Required("course.title", course.Title, LineLength),
            Provider = violations.Optional("course.provider", course.Provider, LineLength),
            Objectives = [.. course.Objectives.Select((objective, i) => violations.Required($"course.objectives[{i}]", objective, ObjectiveLength))],
            Description = violations.Optional("course.description", course.Description, DescriptionLength),
            Prerequisites = violations.Optional("course.prerequisites", course.Prerequisites, PrerequisitesLength),
            HalfDays = course.HalfDays,
            Modality = FieldRules.Value<Contract.Modality, Modality>(course.Modality, "course.modality", violations),
            MinSeats = course.MinSeats,
            MaxSeats = course.MaxSeats,
            SeatCostCents = course.SeatCostCents,
            Functions = [.. course.Functions.Select((function, i) => FieldRules.Value<Contract.Function, Function>(function, $"course.functions[{i}]", violations)).Distinct().Order()],
            Skills = [.. course.Skills.Select((skill, i) => new GivenSkill(
                ResourceName.Parse(skill.Skill, "skills", $"course.skills[{i}].skill", violations).ToString(),
                FieldRules.Value<Contract.SkillLevel, SkillLevel>(skill.Level, $"course.skills[{i}].level", violations)))],
            Habilitations = [.. course.Habilitations.Select((rule, i) => ResourceName.Parse(rule, "habilitationRules", $"course.habilitations[{i}]", violations).ToString())],
            NeedsApproval = course.NeedsApproval,
        };
    }

    /// <summary>A course.</summary>
    public static Contract.Course ToMessage(Course course)
    {
        var content = course.Content;
        var message = new Contract.Course
        {
            Name = course.Name,
            Etag = Etag.Of(course.Version),
            State = (Contract.Course.Types.State)course.State,
            Institution = Codes.Institution(course.Institution),
            Title = content.Title,
            Provider = content.Provider,
            Description = content.Description,
            Prerequisites = content.Prerequisites,
            HalfDays = content.HalfDays,
            Modality = (Contract.Modality)content.Modality,
            MinSeats = content.MinSeats,
            MaxSeats = content.MaxSeats,
            SeatCostCents = content.SeatCostCents,
            NeedsApproval = content.NeedsApproval,
        };
        message.Objectives.AddRange(content.Objectives);
        message.Functions.AddRange(content.Functions.Select(function => (Contract.Function)function));
        message.Skills.AddRange(content.Skills.Select(skill => new Contract.GivenSkill { Skill = skill.Skill, Level = (Contract.SkillLevel)skill.Level }));
        message.Habilitations.AddRange(content.Habilitations);
        return message;
    }
}
