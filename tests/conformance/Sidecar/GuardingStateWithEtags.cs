using Dapr;
using Dapr.Client;
using Grpc.Core;

namespace Reseau.Conformance.Sidecar;

[Collection(SidecarSuite.Name)]
public sealed class GuardingStateWithEtags
{
    private static readonly StateOptions FirstWrite = new() { Concurrency = ConcurrencyMode.FirstWrite };

    private readonly DaprClient _dapr;
    private readonly string _key = $"k-{Guid.NewGuid():N}";

    public GuardingStateWithEtags(SidecarFixture fixture)
        : this(fixture.Sidecar)
    {
    }

    internal GuardingStateWithEtags(SidecarUnderTest sidecar) => _dapr = sidecar.Client;

    [Fact]
    public async Task The_current_version_lets_a_writer_through()
    {
        var entry = await Stored("before");
        entry.Value = "after";

        Assert.True(await entry.TrySaveAsync());
        Assert.Equal("after", await Current());
    }

    [Fact]
    public async Task A_stale_version_is_refused_and_changes_nothing()
    {
        var entry = await Stored("before");
        await _dapr.SaveStateAsync(SidecarUnderTest.States, _key, "somebody else's");
        entry.Value = "after";

        Assert.False(await entry.TrySaveAsync());
        Assert.Equal("somebody else's", await Current());
    }

    [Fact]
    public async Task A_stale_version_is_refused_even_when_the_last_write_may_win()
    {
        var entry = await Stored("before");
        await _dapr.SaveStateAsync(SidecarUnderTest.States, _key, "somebody else's");

        Assert.False(await entry.TrySaveAsync(new StateOptions { Concurrency = ConcurrencyMode.LastWrite }));
    }

    [Fact]
    public async Task A_version_of_a_deleted_entry_is_stale()
    {
        var entry = await Stored("before");
        await entry.DeleteAsync();

        Assert.False(await entry.TrySaveAsync());
        Assert.Null(await Current());
    }

    [Fact]
    public async Task A_stale_version_deletes_nothing()
    {
        var entry = await Stored("before");
        await _dapr.SaveStateAsync(SidecarUnderTest.States, _key, "somebody else's");

        Assert.False(await entry.TryDeleteAsync());
        Assert.Equal("somebody else's", await Current());
    }

    [Fact]
    public async Task The_current_version_lets_a_deletion_through()
    {
        var entry = await Stored("before");

        Assert.True(await entry.TryDeleteAsync());
        Assert.Null(await Current());
    }

    [Fact]
    public async Task An_empty_version_checks_nothing()
    {
        await Stored("before");

        Assert.True(await _dapr.TrySaveStateAsync(SidecarUnderTest.States, _key, "after", etag: ""));
        Assert.Equal("after", await Current());
    }

    [Fact]
    public async Task First_write_creates_what_is_absent()
    {
        Assert.True(await _dapr.TrySaveStateAsync(SidecarUnderTest.States, _key, "mine", etag: "", FirstWrite));
        Assert.Equal("mine", await Current());
    }

    // Stores answer this no in two ways, as ABORTED or as INTERNAL; that the entry is untouched is what a caller may lean on.
    [Fact]
    public async Task First_write_leaves_what_exists_alone()
    {
        await Stored("theirs");

        var outcome = await Record.ExceptionAsync(async () =>
            Assert.False(await _dapr.TrySaveStateAsync(SidecarUnderTest.States, _key, "mine", etag: "", FirstWrite)));

        Assert.True(outcome is null or DaprException { InnerException: RpcException { StatusCode: StatusCode.Internal } }, $"{outcome}");
        Assert.Equal("theirs", await Current());
    }

    [Fact]
    public async Task Of_writers_at_the_same_version_exactly_one_wins()
    {
        var entry = await Stored("before");

        var won = await Task.WhenAll(Enumerable.Range(0, 20).Select(writer =>
            _dapr.TrySaveStateAsync(SidecarUnderTest.States, _key, $"writer {writer}", entry.ETag)));

        Assert.Single(won, yes => yes);
    }

    private async Task<StateEntry<string>> Stored(string value)
    {
        await _dapr.SaveStateAsync(SidecarUnderTest.States, _key, value);
        return await _dapr.GetStateEntryAsync<string>(SidecarUnderTest.States, _key);
    }

    private Task<string?> Current() => _dapr.GetStateAsync<string?>(SidecarUnderTest.States, _key);
}
