using System.Resources;
using Grpc.Core;
using Reseau.Hosting.Errors;

namespace Reseau.Partners.Rpc;

/// <summary>Every reason the directory may answer, with its code; the sentences are in Errors.resx.</summary>
public static class Errors
{
    private static readonly ResourceManager Sentences = new("Reseau.Partners.Rpc.Errors", typeof(Errors).Assembly);

    /// <summary>The catalogue.</summary>
    public static ErrorCatalogue Catalogue { get; } = new ErrorCatalogue("partners.reseau")
        .Add("INSTITUTION_ARCHIVED", StatusCode.FailedPrecondition, Sentences)
        .Add("INSTITUTION_NOT_FOUND", StatusCode.NotFound, Sentences)
        .Add("IMPORT_NOT_FOUND", StatusCode.NotFound, Sentences)
        .Add("SERVICE_NOT_FOUND", StatusCode.NotFound, Sentences)
        .Add("SERVICE_NOT_PUBLISHED", StatusCode.FailedPrecondition, Sentences)
        .Add("SERVICE_PUBLISHED", StatusCode.FailedPrecondition, Sentences)
        .Add("STRUCTURE_MERGED", StatusCode.FailedPrecondition, Sentences)
        .Add("STRUCTURE_NOT_FOUND", StatusCode.NotFound, Sentences);
}
