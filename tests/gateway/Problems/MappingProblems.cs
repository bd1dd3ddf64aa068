using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Reseau.Gateway.Portal.Labels;
using Reseau.Gateway.Problems;
using Status = Google.Rpc.Status;

namespace Reseau.Gateway.Tests.Problems;

public sealed class MappingProblems
{
    [Theory]
    [InlineData(Code.InvalidArgument, 400)]
    [InlineData(Code.FailedPrecondition, 400)]
    [InlineData(Code.Unauthenticated, 401)]
    [InlineData(Code.PermissionDenied, 403)]
    [InlineData(Code.NotFound, 404)]
    [InlineData(Code.AlreadyExists, 409)]
    [InlineData(Code.Aborted, 409)]
    [InlineData(Code.ResourceExhausted, 429)]
    [InlineData(Code.Cancelled, 499)]
    [InlineData(Code.Internal, 500)]
    [InlineData(Code.DataLoss, 500)]
    [InlineData(Code.Unimplemented, 501)]
    [InlineData(Code.Unavailable, 503)]
    [InlineData(Code.DeadlineExceeded, 504)]
    public void The_http_status_is_the_one_of_the_code(Code code, int http) => Assert.Equal(http, ProblemMapping.HttpStatus(code));

    [Fact]
    public void The_reason_becomes_the_type_and_violations_become_errors()
    {
        var bad = new BadRequest
        {
            FieldViolations =
            {
                new BadRequest.Types.FieldViolation { Field = "need", Description = "required", LocalizedMessage = new() { Locale = "fr", Message = "Dites pourquoi." } },
                new BadRequest.Types.FieldViolation { Field = "need", Description = "no NIR" },
            },
        };
        var status = new Status
        {
            Code = (int)Code.InvalidArgument,
            Message = "Wrong.",
            Details =
            {
                Any.Pack(new ErrorInfo { Reason = "INVALID_REQUEST", Domain = "referrals.reseau" }),
                Any.Pack(new LocalizedMessage { Locale = "fr", Message = "À corriger." }),
                Any.Pack(bad),
            },
        };

        var problem = status.ToProblem();

        Assert.Equal(("urn:reseau:problem:invalid-request", 400, "Wrong.", "À corriger."), (problem.Type, problem.Status, problem.Title, problem.Detail));
        Assert.Equal(["Dites pourquoi.", "no NIR"], Assert.IsType<Dictionary<string, string[]>>(problem.Extensions["errors"])["need"]);
    }

    [Fact]
    public void Every_error_of_the_gateway_has_a_sentence_of_its_own()
    {
        Assert.All(GatewayError.All, error => Assert.True(Label.HasMessage(error.Reason), error.Reason));
        Assert.Equal(GatewayError.All.Count, GatewayError.All.Select(error => error.Reason).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Every_http_status_means_an_error_whose_status_it_is_or_a_kin_of_it()
    {
        Assert.Equal(GatewayError.ServiceUnavailable, GatewayError.OfHttp(502));
        Assert.Equal(GatewayError.RequestTooLarge, GatewayError.OfHttp(413));
        Assert.Equal(GatewayError.InvalidRequest, GatewayError.OfHttp(415));
        Assert.Equal(GatewayError.Failure, GatewayError.OfHttp(500));
    }
}
