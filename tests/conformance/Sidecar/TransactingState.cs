using System.Text.Json;
using Dapr;
using Dapr.Client;
using Grpc.Core;

namespace Reseau.Conformance.Sidecar;

[Collection(SidecarSuite.Name)]
public sealed class TransactingState(SidecarFixture fixture)
{
    private readonly DaprClient _dapr = fixture.Sidecar.Client;
    private readonly string _key = $"k-{Guid.NewGuid():N}";

    [Fact]
    public async Task Writes_and_deletions_happen_together()
    {
        await _dapr.SaveStateAsync(SidecarUnderTest.States, Key("old"), "to go");

        await _dapr.ExecuteStateTransactionAsync(SidecarUnderTest.States, [Upsert("new", "here"), Delete("old")]);

        Assert.Equal("here", await Current("new"));
        Assert.Null(await Current("old"));
    }

    [Fact]
    public async Task One_stale_version_undoes_everything_before_it()
    {
        await _dapr.SaveStateAsync(SidecarUnderTest.States, Key("guarded"), "one");
        var (_, etag) = await _dapr.GetStateAndETagAsync<string>(SidecarUnderTest.States, Key("guarded"));
        await _dapr.SaveStateAsync(SidecarUnderTest.States, Key("guarded"), "two");

        var refused = await Assert.ThrowsAsync<DaprException>(() => _dapr.ExecuteStateTransactionAsync(
            SidecarUnderTest.States,
            [Upsert("first", "written before the refusal"), Upsert("guarded", "three", etag), Upsert("last", "never reached")]));

        var status = Assert.IsType<RpcException>(refused.InnerException).Status;
        Assert.Equal(StatusCode.Internal, status.StatusCode);
        Assert.Contains("possible etag mismatch", status.Detail, StringComparison.Ordinal);
        Assert.Null(await Current("first"));
        Assert.Equal("two", await Current("guarded"));
        Assert.Null(await Current("last"));
    }

    [Fact]
    public async Task Operations_apply_in_their_order()
    {
        await _dapr.ExecuteStateTransactionAsync(SidecarUnderTest.States, [Upsert("a", "one"), Delete("a"), Upsert("a", "two")]);

        Assert.Equal("two", await Current("a"));
    }

    private string Key(string name) => $"{_key}-{name}";

    private StateTransactionRequest Upsert(string name, string value, string? etag = null) =>
        new(Key(name), JsonSerializer.SerializeToUtf8Bytes(value), StateOperationType.Upsert, etag);

    private StateTransactionRequest Delete(string name) => new(Key(name), value: null, StateOperationType.Delete);

    private Task<string?> Current(string name) => _dapr.GetStateAsync<string?>(SidecarUnderTest.States, Key(name));
}
