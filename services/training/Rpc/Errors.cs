using System.Resources;
using Grpc.Core;
using Reseau.Hosting.Errors;

namespace Reseau.Training.Rpc;

/// <summary>Every reason the training service may answer, with its code; the sentences are in Errors.resx.</summary>
public static class Errors
{
    private static readonly ResourceManager Sentences = new("Reseau.Training.Rpc.Errors", typeof(Errors).Assembly);

    /// <summary>The catalogue.</summary>
    public static ErrorCatalogue Catalogue { get; } = new ErrorCatalogue("training.reseau")
        .Add("ALREADY_ENROLLED", StatusCode.AlreadyExists, Sentences)
        .Add("ATTENDANCE_MISSING", StatusCode.FailedPrecondition, Sentences)
        .Add("CAMPAIGN_ANSWERED", StatusCode.AlreadyExists, Sentences)
        .Add("CAMPAIGN_CLOSED", StatusCode.FailedPrecondition, Sentences)
        .Add("CAMPAIGN_DISCARDED", StatusCode.FailedPrecondition, Sentences)
        .Add("CAMPAIGN_NOT_CLOSED", StatusCode.FailedPrecondition, Sentences)
        .Add("CAMPAIGN_NOT_FOR_FUNCTION", StatusCode.FailedPrecondition, Sentences)
        .Add("CAMPAIGN_NOT_FOUND", StatusCode.NotFound, Sentences)
        .Add("CAMPAIGN_NOT_OPEN", StatusCode.FailedPrecondition, Sentences)
        .Add("CAMPAIGN_OPENED", StatusCode.FailedPrecondition, Sentences)
        .Add("CAMPAIGN_OVER", StatusCode.FailedPrecondition, Sentences)
        .Add("CAMPAIGN_WITHOUT_QUESTION", StatusCode.FailedPrecondition, Sentences)
        .Add("COURSE_ALREADY_EXISTS", StatusCode.AlreadyExists, Sentences)
        .Add("COURSE_ARCHIVED", StatusCode.FailedPrecondition, Sentences)
        .Add("COURSE_NOT_FOUND", StatusCode.NotFound, Sentences)
        .Add("COURSE_NOT_PUBLISHED", StatusCode.FailedPrecondition, Sentences)
        .Add("COURSE_WITHOUT_OBJECTIVE", StatusCode.FailedPrecondition, Sentences)
        .Add("ENROLMENT_CLOSED", StatusCode.FailedPrecondition, Sentences)
        .Add("ENROLMENT_OVERLAPS", StatusCode.FailedPrecondition, Sentences)
        .Add("ENROLMENT_TRANSITION_NOT_ALLOWED", StatusCode.FailedPrecondition, Sentences)
        .Add("EVALUATION_TOO_EARLY", StatusCode.FailedPrecondition, Sentences)
        .Add("FILE_TOO_LARGE", StatusCode.InvalidArgument, Sentences)
        .Add("FILE_UNREADABLE", StatusCode.InvalidArgument, Sentences)
        .Add("HABILITATION_BY_TRAINING_ONLY", StatusCode.FailedPrecondition, Sentences)
        .Add("HABILITATION_NOT_HELD", StatusCode.FailedPrecondition, Sentences)
        .Add("HABILITATION_RULE_NOT_FOUND", StatusCode.NotFound, Sentences)
        .Add("HALF_DAY_NOT_BEGUN", StatusCode.FailedPrecondition, Sentences)
        .Add("HALF_DAY_NOT_FOUND", StatusCode.NotFound, Sentences)
        .Add("NEED_ENDED", StatusCode.FailedPrecondition, Sentences)
        .Add("NOT_ATTENDED", StatusCode.FailedPrecondition, Sentences)
        .Add("PLAN_ALREADY_EXISTS", StatusCode.AlreadyExists, Sentences)
        .Add("PLAN_CLOSED", StatusCode.FailedPrecondition, Sentences)
        .Add("PLAN_HAS_NO_ANSWER", StatusCode.FailedPrecondition, Sentences)
        .Add("PLAN_WITHOUT_GOAL", StatusCode.FailedPrecondition, Sentences)
        .Add("PROFESSIONAL_ALREADY_EXISTS", StatusCode.AlreadyExists, Sentences)
        .Add("PROFESSIONAL_DEPARTED", StatusCode.FailedPrecondition, Sentences)
        .Add("PROFESSIONAL_ERASED", StatusCode.FailedPrecondition, Sentences)
        .Add("QUESTION_NOT_FOUND", StatusCode.NotFound, Sentences)
        .Add("SEATS_DO_NOT_FIT", StatusCode.FailedPrecondition, Sentences)
        .Add("SESSION_BEGUN", StatusCode.FailedPrecondition, Sentences)
        .Add("SESSION_NOT_OPEN", StatusCode.FailedPrecondition, Sentences)
        .Add("SESSION_NOT_OVER", StatusCode.FailedPrecondition, Sentences)
        .Add("SESSION_TRANSITION_NOT_ALLOWED", StatusCode.FailedPrecondition, Sentences)
        .Add("SKILL_NOT_FOUND", StatusCode.NotFound, Sentences)
        .Add("VERSION_NOT_FOUND", StatusCode.NotFound, Sentences);
}
