using Grpc.Core;

namespace Reseau.Compat.Tests;

public sealed class EndingWithAStatus
{
    private static readonly Exception Cause = new InvalidOperationException("why");

    [Fact]
    public void A_status_shows_its_code_its_detail_and_its_cause()
    {
        Assert.Equal("Status(StatusCode=\"NotFound\", Detail=\"gone\")", new Status(StatusCode.NotFound, "gone").ToString());
        Assert.Equal(
            "Status(StatusCode=\"Internal\", Detail=\"x\", DebugException=\"System.InvalidOperationException: why\")",
            new Status(StatusCode.Internal, "x", Cause).ToString());
    }

    [Fact]
    public void The_ready_made_ones_have_an_empty_detail()
    {
        Assert.Equal(new Status(StatusCode.OK, ""), Status.DefaultSuccess);
        Assert.Equal(new Status(StatusCode.Cancelled, ""), Status.DefaultCancelled);
        Assert.Equal(StatusCode.OK, default(Status).StatusCode);
    }

    [Fact]
    public void An_exception_is_described_by_its_status_unless_it_has_a_message()
    {
        var status = new Status(StatusCode.Aborted, "stale", Cause);

        Assert.Equal(status.ToString(), new RpcException(status).Message);
        Assert.Equal("mine", new RpcException(status, "mine").Message);
        Assert.Equal(StatusCode.Aborted, new RpcException(status).StatusCode);
        Assert.Same(Cause, new RpcException(status).InnerException);
    }

    [Fact]
    public void An_exception_has_the_trailers_given_or_none()
    {
        var trailers = new Metadata { { "a", "1" } };

        Assert.Same(Metadata.Empty, new RpcException(Status.DefaultCancelled).Trailers);
        Assert.Same(trailers, new RpcException(Status.DefaultCancelled, trailers).Trailers);
        Assert.Throws<ArgumentNullException>(() => new RpcException(Status.DefaultCancelled, (Metadata)null!));
    }
}
