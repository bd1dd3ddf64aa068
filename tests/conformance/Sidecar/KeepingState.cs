using System.Text;
using Dapr.Client;

namespace Reseau.Conformance.Sidecar;

[Collection(SidecarSuite.Name)]
public sealed class KeepingState(SidecarFixture fixture)
{
    private readonly DaprClient _dapr = fixture.Sidecar.Client;
    private readonly string _key = $"k-{Guid.NewGuid():N}";

    [Fact]
    public async Task What_is_saved_is_read_back_with_a_version()
    {
        await _dapr.SaveStateAsync(SidecarUnderTest.States, _key, new Room("Salle Mistral", 12));

        var (room, etag) = await _dapr.GetStateAndETagAsync<Room>(SidecarUnderTest.States, _key);

        Assert.Equal(new Room("Salle Mistral", 12), room);
        Assert.NotEmpty(etag);
    }

    [Fact]
    public async Task A_missing_key_is_nothing_and_no_error()
    {
        var (room, etag) = await _dapr.GetStateAndETagAsync<Room?>(SidecarUnderTest.States, _key);

        Assert.Null(room);
        Assert.Empty(etag);
    }

    [Fact]
    public async Task Each_write_gives_a_new_version()
    {
        await _dapr.SaveStateAsync(SidecarUnderTest.States, _key, "one");
        var (_, first) = await _dapr.GetStateAndETagAsync<string>(SidecarUnderTest.States, _key);
        await _dapr.SaveStateAsync(SidecarUnderTest.States, _key, "one");
        var (_, second) = await _dapr.GetStateAndETagAsync<string>(SidecarUnderTest.States, _key);

        Assert.NotEqual(first, second);
    }

    [Fact]
    public async Task Bytes_come_back_as_they_went()
    {
        byte[] bytes = [0, 255, 13, 10, 0, 128];
        await _dapr.SaveByteStateAsync(SidecarUnderTest.States, _key, bytes);

        Assert.Equal(bytes, (await _dapr.GetByteStateAsync(SidecarUnderTest.States, _key)).ToArray());
    }

    [Fact]
    public async Task A_null_value_is_kept_as_no_bytes()
    {
        await _dapr.SaveStateAsync<string?>(SidecarUnderTest.States, _key, value: null);

        var (value, etag) = await _dapr.GetStateAndETagAsync<string?>(SidecarUnderTest.States, _key);

        Assert.Null(value);
        Assert.NotEmpty(etag);
    }

    [Fact]
    public async Task Deleting_twice_is_no_error()
    {
        await _dapr.SaveStateAsync(SidecarUnderTest.States, _key, "gone soon");
        await _dapr.DeleteStateAsync(SidecarUnderTest.States, _key);
        await _dapr.DeleteStateAsync(SidecarUnderTest.States, _key);

        Assert.Null(await _dapr.GetStateAsync<string?>(SidecarUnderTest.States, _key));
    }

    [Fact]
    public async Task A_bulk_read_answers_every_distinct_key_found_or_not()
    {
        await _dapr.SaveStateAsync(SidecarUnderTest.States, $"{_key}-a", 1);
        await _dapr.SaveStateAsync(SidecarUnderTest.States, $"{_key}-b", 2);

        var items = await _dapr.GetBulkStateAsync<int?>(SidecarUnderTest.States, [$"{_key}-a", $"{_key}-none", $"{_key}-b", $"{_key}-a"], parallelism: 2);

        var found = items.ToDictionary(item => item.Key, StringComparer.Ordinal);
        Assert.Equal(3, found.Count);
        Assert.Equal(1, found[$"{_key}-a"].Value);
        Assert.Equal(2, found[$"{_key}-b"].Value);
        Assert.Null(found[$"{_key}-none"].Value);
        Assert.Empty(found[$"{_key}-none"].ETag);
    }

    [Fact]
    public async Task A_bulk_deletion_deletes_them_all()
    {
        await _dapr.SaveStateAsync(SidecarUnderTest.States, $"{_key}-a", 1);
        await _dapr.SaveStateAsync(SidecarUnderTest.States, $"{_key}-b", 2);

        await _dapr.DeleteBulkStateAsync(SidecarUnderTest.States, [new($"{_key}-a", etag: ""), new($"{_key}-b", etag: "")]);

        var items = await _dapr.GetBulkStateAsync(SidecarUnderTest.States, [$"{_key}-a", $"{_key}-b"], parallelism: null);
        Assert.All(items, item => Assert.Empty(item.Value));
    }

    [Fact]
    public async Task A_long_value_with_accents_survives()
    {
        var text = string.Concat(Enumerable.Repeat("Maison départementale de l’Aisne — ", 10_000));
        await _dapr.SaveStateAsync(SidecarUnderTest.States, _key, text);

        Assert.Equal(text, await _dapr.GetStateAsync<string>(SidecarUnderTest.States, _key));
        Assert.True(Encoding.UTF8.GetByteCount(text) > 300_000);
    }

    internal sealed record Room(string Name, int Places);
}
