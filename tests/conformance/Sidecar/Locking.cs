using Dapr.Client;

namespace Reseau.Conformance.Sidecar;

[Collection(SidecarSuite.Name)]
public sealed class Locking(SidecarFixture fixture)
{
    private readonly DaprClient _dapr = fixture.Sidecar.Client;
    private readonly string _resource = $"r-{Guid.NewGuid():N}";

    [Fact]
    public async Task A_lock_is_held_by_one_owner()
    {
        Assert.True(await TakeAsync("first"));
        Assert.False(await TakeAsync("second"));
    }

    [Fact]
    public async Task A_lock_is_not_given_twice_to_the_same_owner()
    {
        Assert.True(await TakeAsync("first"));
        Assert.False(await TakeAsync("first"));
    }

    [Fact]
    public async Task A_lock_given_back_is_free()
    {
        await TakeAsync("first");

        Assert.Equal(LockStatus.Success, await ReleaseAsync("first"));
        Assert.True(await TakeAsync("second"));
    }

    [Fact]
    public async Task Only_the_owner_gives_a_lock_back()
    {
        await TakeAsync("first");

        Assert.Equal(LockStatus.LockBelongsToOthers, await ReleaseAsync("second"));
        Assert.False(await TakeAsync("second"));
    }

    [Fact]
    public async Task A_lock_nobody_holds_cannot_be_given_back() =>
        Assert.Equal(LockStatus.LockDoesNotExist, await ReleaseAsync("first"));

    [Fact]
    public async Task A_lock_ends_by_itself()
    {
        Assert.True(await TakeAsync("first", seconds: 1));

        await Eventually.GetAsync(() => TakeAsync("second"), taken => taken, fixture.Sidecar.Patience);
    }

    private async Task<bool> TakeAsync(string owner, int seconds = 60) =>
        (await _dapr.Lock(SidecarUnderTest.Locks, _resource, owner, seconds)).Success;

    private async Task<LockStatus> ReleaseAsync(string owner) => (await _dapr.Unlock(SidecarUnderTest.Locks, _resource, owner)).status;
}
