using System.Resources;
using Grpc.Core;
using Reseau.Kernel;

namespace Reseau.Hosting.Errors;

/// <summary>Codes of <see cref="CommonReasons"/>; the sentences are in CommonErrors.resx.</summary>
internal static class CommonErrors
{
    private static readonly ResourceManager Sentences = new("Reseau.Hosting.Errors.CommonErrors", typeof(CommonErrors).Assembly);

    public static void AddTo(ErrorCatalogue catalogue) => catalogue
        .Add(CommonReasons.InvalidRequest, StatusCode.InvalidArgument, Sentences)
        .Add(CommonReasons.InvalidPageToken, StatusCode.InvalidArgument, Sentences)
        .Add(CommonReasons.InvalidCursor, StatusCode.InvalidArgument, Sentences)
        .Add(CommonReasons.StaleEtag, StatusCode.Aborted, Sentences)
        .Add(CommonReasons.RequestIdReused, StatusCode.AlreadyExists, Sentences)
        .Add(CommonReasons.Unauthenticated, StatusCode.Unauthenticated, Sentences)
        .Add(CommonReasons.NotAllowed, StatusCode.PermissionDenied, Sentences)
        .Add(CommonReasons.RateLimited, StatusCode.ResourceExhausted, Sentences)
        .Add(CommonReasons.Internal, StatusCode.Internal, Sentences)
        .Add(CommonReasons.Unavailable, StatusCode.Unavailable, Sentences)
        .Add(CommonReasons.DeadlineExceeded, StatusCode.DeadlineExceeded, Sentences)
        .Add(CommonReasons.Unimplemented, StatusCode.Unimplemented, Sentences);
}
