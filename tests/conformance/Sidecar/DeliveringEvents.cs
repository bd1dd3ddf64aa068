using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dapr.Client;

namespace Reseau.Conformance.Sidecar;

[Collection(SidecarSuite.Name)]
public sealed class DeliveringEvents(SidecarFixture fixture)
{
    private readonly DaprClient _dapr = fixture.Sidecar.Client;
    private readonly Inbox _inbox = fixture.App.OpenInbox();
    private readonly TimeSpan _patience = fixture.Sidecar.Patience;

    [Fact]
    public async Task An_event_arrives_in_its_envelope_taken_apart()
    {
        await _dapr.PublishEventAsync(SidecarUnderTest.Events, Topics.Plain, new { Commune = "Rennes", Habitants = 222_485 }, With("cloudevent.type", "test.sent"));

        var received = Assert.Single(await _inbox.WaitAsync(Topics.Plain, 1, _patience)).Event;

        Assert.Equal(_inbox.Id(0), received.Id);
        Assert.Equal(fixture.Sidecar.AppId, received.Source);
        Assert.Equal("test.sent", received.Type);
        Assert.Equal("1.0", received.SpecVersion);
        Assert.Equal("application/json", received.DataContentType);
        Assert.Equal(SidecarUnderTest.Events, received.PubsubName);
        Assert.Equal(Topics.Plain, received.Extensions.Fields["topic"].StringValue);
        Assert.True(DateTimeOffset.TryParse(received.Extensions.Fields["time"].StringValue, CultureInfo.InvariantCulture, out _));

        using var data = JsonDocument.Parse(received.Data.Memory);
        Assert.Equal("Rennes", data.RootElement.GetProperty("commune").GetString());
        Assert.Equal(222_485, data.RootElement.GetProperty("habitants").GetInt32());
    }

    [Fact]
    public async Task Bytes_arrive_as_they_were_sent()
    {
        byte[] bytes = [0, 1, 2, 255, 254, 10, 13];
        await _dapr.PublishByteEventAsync(SidecarUnderTest.Events, Topics.Plain, bytes, "application/octet-stream", With());

        var received = Assert.Single(await _inbox.WaitAsync(Topics.Plain, 1, _patience));
        Assert.Equal(bytes, received.Event.Data.ToByteArray());
    }

    [Fact]
    public async Task An_envelope_of_the_publisher_is_completed_and_kept()
    {
        var envelope = new Envelope(_inbox.Id(0), "urn:reseau:test", "test.own", "dossier/7", "own words");
        await _dapr.PublishByteEventAsync(
            SidecarUnderTest.Events,
            Topics.Plain,
            JsonSerializer.SerializeToUtf8Bytes(envelope, JsonSerializerOptions.Web),
            "application/cloudevents+json");

        var received = Assert.Single(await _inbox.WaitAsync(Topics.Plain, 1, _patience)).Event;
        Assert.Equal("urn:reseau:test", received.Source);
        Assert.Equal("test.own", received.Type);
        Assert.Equal("dossier/7", received.Extensions.Fields["subject"].StringValue);
        Assert.Equal("own words", received.Data.ToStringUtf8());
    }

    [Fact]
    public async Task The_application_sees_its_token()
    {
        await _dapr.PublishEventAsync(SidecarUnderTest.Events, Topics.Plain, "data", With());

        var received = Assert.Single(await _inbox.WaitAsync(Topics.Plain, 1, _patience));
        Assert.Equal(fixture.Sidecar.AppToken, received.Headers.GetValue("dapr-api-token"));
    }

    [Fact]
    public async Task The_publisher_s_trace_goes_with_the_event()
    {
        using var activity = new Activity("publishing").SetIdFormat(ActivityIdFormat.W3C).Start();
        await _dapr.PublishEventAsync(SidecarUnderTest.Events, Topics.Plain, "data", With());

        var received = Assert.Single(await _inbox.WaitAsync(Topics.Plain, 1, _patience));
        Assert.Contains(activity.TraceId.ToHexString(), received.Event.Extensions.Fields["traceparent"].StringValue, StringComparison.Ordinal);
        Assert.Contains(activity.TraceId.ToHexString(), received.Headers.GetValue("traceparent"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Events_arrive_in_the_order_they_were_published()
    {
        for (var number = 0; number < 50; number++)
            await _dapr.PublishEventAsync(SidecarUnderTest.Events, Topics.Ordered, number, With(number: number));

        var received = await _inbox.WaitAsync(Topics.Ordered, 50, _patience);
        Assert.Equal(Enumerable.Range(0, 50).Select(_inbox.Id), received.Select(one => one.Id));
    }

    [Fact]
    public async Task A_bulk_publication_arrives_whole()
    {
        var events = Enumerable.Range(0, 20).Select(number => new IdentifiedEvent(_inbox.Id(number), "bulk")
        {
            Source = new Uri("urn:reseau:test"),
            Type = "test.own",
            Subject = "test",
        });

        var answer = await _dapr.BulkPublishEventAsync<IdentifiedEvent>(SidecarUnderTest.Events, Topics.Plain, [.. events]);

        Assert.Empty(answer.FailedEntries);
        var received = await _inbox.WaitAsync(Topics.Plain, 20, _patience);
        Assert.Equal(20, received.Select(one => one.Id).Distinct(StringComparer.Ordinal).Count());
    }

    private Dictionary<string, string> With(string name = "cloudevent.subject", string value = "test", int number = 0) =>
        new(StringComparer.Ordinal) { ["cloudevent.id"] = _inbox.Id(number), [name] = value };

    internal sealed record Envelope(string Id, string Source, string Type, string Subject, string Data)
    {
        [JsonPropertyName("specversion")]
        public string SpecVersion => "1.0";

        [JsonPropertyName("datacontenttype")]
        public string DataContentType => "text/plain";
    }

    internal sealed class IdentifiedEvent(string id, string data) : CloudEvent<string>(data)
    {
        [JsonPropertyName("id")]
        public string Id { get; } = id;
    }
}
