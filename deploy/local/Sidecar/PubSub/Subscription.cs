namespace Reseau.Sidecar.PubSub;

/// <summary>One topic one application receives.</summary>
internal sealed record Subscription(string App, string PubSub, string Topic, string Path, string DeadLetterTopic)
{
    /// <summary>Where refused events go: what the application said, or the topic's own neighbour.</summary>
    public string DeadTopic => DeadLetterTopic.Length > 0 ? DeadLetterTopic : $"{Topic}.dead";
}
