using Dapper;
using Microsoft.Data.Sqlite;
using Reseau.Sidecar.Storage;

namespace Reseau.Sidecar.PubSub;

/// <summary>
/// Events waiting for applications, one row per event and application, in the order they were accepted. A row leaves when its
/// application settled it or when it became a dead letter; until then a crash changes nothing. An event of a topic nobody
/// receives is not kept, as with any broker.
/// </summary>
internal sealed class MessageQueue(Database database, Signals signals)
{
    public async Task PublishAsync(IReadOnlyList<Publication> publications)
    {
        await database.WriteAsync(connection => publications.Sum(publication => Enqueue(connection, publication)));
        foreach (var (pubSub, topic) in publications.Select(one => (one.PubSub, one.Topic)).Distinct()) signals.Raise(pubSub, topic);
    }

    public IReadOnlyList<QueuedMessage> Next(Subscription subscription, int count) =>
        database.Read(connection => connection.Query<QueuedMessage>(
            """
            SELECT id, envelope, expires_at AS ExpiresAt, attempts FROM queue
            WHERE app = @App AND pubsub = @PubSub AND topic = @Topic ORDER BY id LIMIT @count
            """,
            new { subscription.App, subscription.PubSub, subscription.Topic, count })).AsList();

    public Task SettleAsync(long id) => database.WriteAsync(connection => connection.Execute("DELETE FROM queue WHERE id = @id", new { id }));

    /// <summary>Counts a refusal, on disk: a restart does not give an event that nobody can handle its chances back.</summary>
    public Task RefusedAsync(long id) =>
        database.WriteAsync(connection => connection.Execute("UPDATE queue SET attempts = attempts + 1 WHERE id = @id", new { id }));

    /// <summary>Moves an event to its dead letter topic: to those who receive it, or aside when nobody does.</summary>
    public async Task BuryAsync(Subscription subscription, QueuedMessage message, string eventId, long attempts)
    {
        var dead = new Publication(subscription.PubSub, subscription.DeadTopic, message.Envelope, message.ExpiresAt);
        await database.WriteAsync(connection =>
        {
            if (Enqueue(connection, dead) == 0)
            {
                connection.Execute(
                    """
                    INSERT INTO dead_letters (app, pubsub, topic, event_id, envelope, attempts)
                    VALUES (@App, @PubSub, @Topic, @eventId, @Envelope, @attempts)
                    """,
                    new { subscription.App, subscription.PubSub, subscription.Topic, eventId, message.Envelope, attempts });
            }

            return connection.Execute("DELETE FROM queue WHERE id = @Id", new { message.Id });
        });
        signals.Raise(dead.PubSub, dead.Topic);
    }

    /// <summary>Gives an application its dead letters of one topic again, after whatever already waits.</summary>
    public async Task<int> ReplayAsync(string app, string pubSub, string topic)
    {
        var replayed = await database.WriteAsync(connection =>
        {
            var letters = new { app, pubSub, topic };
            connection.Execute(
                """
                INSERT INTO queue (app, pubsub, topic, envelope)
                SELECT app, pubsub, topic, envelope FROM dead_letters WHERE app = @app AND pubsub = @pubSub AND topic = @topic ORDER BY id
                """,
                letters);
            return connection.Execute("DELETE FROM dead_letters WHERE app = @app AND pubsub = @pubSub AND topic = @topic", letters);
        });
        signals.Raise(pubSub, topic);
        return replayed;
    }

    public IReadOnlyList<DeadLetter> DeadLetters() => database.Read(connection => connection.Query<DeadLetter>(
        "SELECT id, app AS AppId, pubsub, topic, event_id AS EventId, attempts FROM dead_letters ORDER BY id")).AsList();

    // Read by hand: a count has no declared type, and of an empty answer Dapper would make it bytes.
    public IReadOnlyList<QueueDepth> Depths() => database.Read(connection =>
    {
        var depths = new List<QueueDepth>();
        using var reader = connection.ExecuteReader("SELECT app, pubsub, topic, COUNT(*) FROM queue GROUP BY app, pubsub, topic");
        while (reader.Read()) depths.Add(new(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetInt64(3)));
        return depths;
    });

    private static int Enqueue(SqliteConnection connection, Publication publication) => connection.Execute(
        """
        INSERT INTO queue (app, pubsub, topic, envelope, expires_at)
        SELECT app, pubsub, topic, @Envelope, @ExpiresAt FROM subscriptions WHERE pubsub = @PubSub AND topic = @Topic
        """,
        publication);
}
