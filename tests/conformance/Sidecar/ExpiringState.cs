using Dapr;
using Dapr.Client;

namespace Reseau.Conformance.Sidecar;

[Collection(SidecarSuite.Name)]
public sealed class ExpiringState(SidecarFixture fixture)
{
    private static readonly Dictionary<string, string> OneSecond = new(StringComparer.Ordinal) { ["ttlInSeconds"] = "1" };

    private readonly DaprClient _dapr = fixture.Sidecar.Client;
    private readonly string _key = $"k-{Guid.NewGuid():N}";

    [Fact]
    public async Task An_entry_ends_when_its_time_is_over()
    {
        await _dapr.SaveStateAsync(SidecarUnderTest.States, _key, "short-lived", metadata: OneSecond);
        Assert.Equal("short-lived", await Current());

        await Eventually.GetAsync(Current, value => value is null, fixture.Sidecar.Patience);
    }

    [Fact]
    public async Task A_write_without_an_end_takes_an_earlier_one_away()
    {
        await _dapr.SaveStateAsync(SidecarUnderTest.States, _key, "short-lived", metadata: OneSecond);
        await _dapr.SaveStateAsync(SidecarUnderTest.States, _key, "here to stay");
        await _dapr.SaveStateAsync(SidecarUnderTest.States, $"{_key}-clock", "tells when a second is over", metadata: OneSecond);
        await Eventually.GetAsync(
            () => _dapr.GetStateAsync<string?>(SidecarUnderTest.States, $"{_key}-clock"),
            value => value is null,
            fixture.Sidecar.Patience);

        Assert.Equal("here to stay", await Current());
    }

    [Fact]
    public async Task An_expired_entry_may_be_created_again_by_the_first_writer()
    {
        await _dapr.SaveStateAsync(SidecarUnderTest.States, _key, "short-lived", metadata: OneSecond);
        await Eventually.GetAsync(Current, value => value is null, fixture.Sidecar.Patience);

        var options = new StateOptions { Concurrency = ConcurrencyMode.FirstWrite };
        Assert.True(await _dapr.TrySaveStateAsync(SidecarUnderTest.States, _key, "again", etag: "", options));
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("-2")]
    public async Task A_duration_that_is_none_is_refused(string seconds)
    {
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal) { ["ttlInSeconds"] = seconds };

        await Assert.ThrowsAsync<DaprException>(() => _dapr.SaveStateAsync(SidecarUnderTest.States, _key, "never", metadata: metadata));
        Assert.Null(await Current());
    }

    private Task<string?> Current() => _dapr.GetStateAsync<string?>(SidecarUnderTest.States, _key);
}
