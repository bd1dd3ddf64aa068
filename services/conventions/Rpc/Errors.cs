using System.Resources;
using Grpc.Core;
using Reseau.Hosting.Errors;

namespace Reseau.Conventions.Rpc;

/// <summary>Every reason the convention service may answer, with its code; the sentences are in Errors.resx.</summary>
public static class Errors
{
    private static readonly ResourceManager Sentences = new("Reseau.Conventions.Rpc.Errors", typeof(Errors).Assembly);

    /// <summary>The catalogue.</summary>
    public static ErrorCatalogue Catalogue { get; } = new ErrorCatalogue("conventions.reseau")
        .Add("ALREADY_BEING_AMENDED", StatusCode.FailedPrecondition, Sentences)
        .Add("ALREADY_SIGNED", StatusCode.FailedPrecondition, Sentences)
        .Add("BODY_ALREADY_EXISTS", StatusCode.AlreadyExists, Sentences)
        .Add("BODY_DISSOLVED", StatusCode.FailedPrecondition, Sentences)
        .Add("CLOCK_BEHIND_JOURNAL", StatusCode.FailedPrecondition, Sentences)
        .Add("COMMITMENT_NOT_FOUND", StatusCode.NotFound, Sentences)
        .Add("CONVENTION_NOT_FOUND", StatusCode.NotFound, Sentences)
        .Add("CONVENTION_NOT_READY", StatusCode.FailedPrecondition, Sentences)
        .Add("CONVENTION_TRANSITION_NOT_ALLOWED", StatusCode.FailedPrecondition, Sentences)
        .Add("DOCUMENT_NOT_THE_ONE_SHOWN", StatusCode.FailedPrecondition, Sentences)
        .Add("FINANCING_DOES_NOT_BALANCE", StatusCode.FailedPrecondition, Sentences)
        .Add("FUNDING_NOT_FOUND", StatusCode.NotFound, Sentences)
        .Add("MANDATE_MISSING", StatusCode.FailedPrecondition, Sentences)
        .Add("NOTHING_SIGNED", StatusCode.FailedPrecondition, Sentences)
        .Add("NOT_A_PARTY", StatusCode.FailedPrecondition, Sentences)
        .Add("NOT_READY", StatusCode.FailedPrecondition, Sentences)
        .Add("NOT_YOUR_COMMITMENT", StatusCode.FailedPrecondition, Sentences)
        .Add("NOT_YOUR_TURN", StatusCode.FailedPrecondition, Sentences)
        .Add("PAID_MORE_THAN_PLANNED", StatusCode.FailedPrecondition, Sentences)
        .Add("PARTY_LEFT", StatusCode.FailedPrecondition, Sentences)
        .Add("POLICY_NOT_FOUND", StatusCode.NotFound, Sentences)
        .Add("PARTIES_SET_BY_AUTHOR", StatusCode.FailedPrecondition, Sentences)
        .Add("PROPOSAL_LAPSED", StatusCode.FailedPrecondition, Sentences)
        .Add("SIGNATURE_LEVEL_BELOW_TEMPLATE", StatusCode.FailedPrecondition, Sentences)
        .Add("SIGNATURE_LEVEL_TOO_LOW", StatusCode.FailedPrecondition, Sentences)
        .Add("SIGN_IN_TOO_OLD", StatusCode.FailedPrecondition, Sentences)
        .Add("STEP_NOT_NEXT", StatusCode.FailedPrecondition, Sentences)
        .Add("SUSPENDED_BY_OTHERS", StatusCode.FailedPrecondition, Sentences)
        .Add("TEMPLATE_ALREADY_EXISTS", StatusCode.AlreadyExists, Sentences)
        .Add("TEMPLATE_ARCHIVED", StatusCode.FailedPrecondition, Sentences)
        .Add("TEMPLATE_NOT_FOUND", StatusCode.NotFound, Sentences)
        .Add("TEMPLATE_NOT_PUBLISHED", StatusCode.FailedPrecondition, Sentences)
        .Add("TEMPLATE_NOT_READY", StatusCode.FailedPrecondition, Sentences)
        .Add("VERSION_NOT_FOUND", StatusCode.NotFound, Sentences);
}
