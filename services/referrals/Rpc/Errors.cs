using System.Resources;
using Grpc.Core;
using Reseau.Hosting.Errors;

namespace Reseau.Referrals.Rpc;

/// <summary>Every reason the referral service may answer, with its code; the sentences are in Errors.resx.</summary>
public static class Errors
{
    private static readonly ResourceManager Sentences = new("Reseau.Referrals.Rpc.Errors", typeof(Errors).Assembly);

    /// <summary>The catalogue.</summary>
    public static ErrorCatalogue Catalogue { get; } = new ErrorCatalogue("referrals.reseau")
        .Add("ANTIVIRUS_UNAVAILABLE", StatusCode.Unavailable, Sentences)
        .Add("APPOINTMENT_IN_THE_PAST", StatusCode.FailedPrecondition, Sentences)
        .Add("ATTACHMENT_INFECTED", StatusCode.FailedPrecondition, Sentences)
        .Add("ATTACHMENT_LIES_ABOUT_TYPE", StatusCode.FailedPrecondition, Sentences)
        .Add("ATTACHMENT_NOT_COVERED", StatusCode.FailedPrecondition, Sentences)
        .Add("ATTACHMENT_TOO_LARGE", StatusCode.FailedPrecondition, Sentences)
        .Add("ATTACHMENT_TYPE_NOT_ALLOWED", StatusCode.FailedPrecondition, Sentences)
        .Add("CONSENT_MISSING", StatusCode.FailedPrecondition, Sentences)
        .Add("CONSENT_NOT_FOR_RECIPIENT", StatusCode.FailedPrecondition, Sentences)
        .Add("CONSENT_NOT_VALID", StatusCode.FailedPrecondition, Sentences)
        .Add("CONSENT_WITHDRAWN", StatusCode.FailedPrecondition, Sentences)
        .Add("CORRECTION_DOES_NOT_FIT", StatusCode.FailedPrecondition, Sentences)
        .Add("INSTITUTION_ARCHIVED", StatusCode.FailedPrecondition, Sentences)
        .Add("POLICY_CAPACITY_REACHED", StatusCode.FailedPrecondition, Sentences)
        .Add("POLICY_CONTRADICTORY", StatusCode.FailedPrecondition, Sentences)
        .Add("POLICY_HABILITATION_MISSING", StatusCode.FailedPrecondition, Sentences)
        .Add("POLICY_MISSING", StatusCode.FailedPrecondition, Sentences)
        .Add("POLICY_SERVICE_NOT_COVERED", StatusCode.FailedPrecondition, Sentences)
        .Add("POLICY_SUSPENDED", StatusCode.FailedPrecondition, Sentences)
        .Add("POLICY_THEME_NOT_COVERED", StatusCode.FailedPrecondition, Sentences)
        .Add("REDIRECT_LOOP", StatusCode.FailedPrecondition, Sentences)
        .Add("REDIRECT_REASON_MISSING", StatusCode.FailedPrecondition, Sentences)
        .Add("REDIRECT_TOO_MANY_HOPS", StatusCode.FailedPrecondition, Sentences)
        .Add("REFERRAL_ERASED", StatusCode.FailedPrecondition, Sentences)
        .Add("REFERRAL_TO_SELF", StatusCode.FailedPrecondition, Sentences)
        .Add("REFERRAL_TRANSITION_NOT_ALLOWED", StatusCode.FailedPrecondition, Sentences)
        .Add("REOPENED_TOO_LATE", StatusCode.FailedPrecondition, Sentences)
        .Add("SAME_PROFESSIONAL", StatusCode.FailedPrecondition, Sentences)
        .Add("SERVICE_CLOSED", StatusCode.FailedPrecondition, Sentences)
        .Add("SERVICE_NOT_FOUND", StatusCode.NotFound, Sentences)
        .Add("SERVICE_TAKES_NO_REFERRALS", StatusCode.FailedPrecondition, Sentences)
        .Add("TOO_MANY_ATTACHMENTS", StatusCode.FailedPrecondition, Sentences)
        .Add("UNTIL_OUT_OF_RANGE", StatusCode.FailedPrecondition, Sentences);
}
