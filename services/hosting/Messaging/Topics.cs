using Google.Protobuf;
using Reseau.Events.V1;

namespace Reseau.Hosting.Messaging;

/// <summary>Names and format of what goes over the broker. A topic carries the name of the service that publishes it.</summary>
public static class Topics
{
    /// <summary>Dapr pub/sub component.</summary>
    public const string PubSub = "reseau-events";

    /// <summary>Dapr state store shared by all services.</summary>
    public const string SharedState = "reseau-shared";

    private static readonly JsonFormatter Formatter = new(JsonFormatter.Settings.Default);
    private static readonly JsonParser Parser = new(JsonParser.Settings.Default.WithIgnoreUnknownFields(true));

    /// <summary>Where messages go that no subscription could read.</summary>
    public static string DeadLetter(string topic) => $"{topic}.dead";

    /// <summary>A change as JSON.</summary>
    public static string Write(Change change) => Formatter.Format(change);

    /// <summary>Reads a change; fields of a newer publisher are ignored.</summary>
    /// <exception cref="InvalidProtocolBufferException">Not a change.</exception>
    public static Change Read(string json) => Parser.Parse<Change>(json);
}
