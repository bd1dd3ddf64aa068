using Dapper;
using Reseau.Sidecar.Storage;

namespace Reseau.Sidecar.PubSub;

/// <summary>Which application receives which topic. Kept on disk: events published while an application is away wait for it.</summary>
internal sealed class Subscriptions(Database database)
{
    /// <summary>Puts what an application just told in place of what it told before; events of topics it gave up go with them.</summary>
    /// <returns>How many waiting events were given up.</returns>
    public Task<int> ReplaceAsync(string app, IReadOnlyList<Subscription> current) => database.WriteAsync(connection =>
    {
        connection.Execute("DELETE FROM subscriptions WHERE app = @app", new { app });
        foreach (var subscription in current)
        {
            connection.Execute(
                """
                INSERT INTO subscriptions (app, pubsub, topic, path, dead_letter_topic)
                VALUES (@App, @PubSub, @Topic, @Path, @DeadLetterTopic)
                """,
                subscription);
        }

        return connection.Execute(
            """
            DELETE FROM queue WHERE app = @app AND NOT EXISTS
              (SELECT 1 FROM subscriptions s WHERE s.app = queue.app AND s.pubsub = queue.pubsub AND s.topic = queue.topic)
            """,
            new { app });
    });
}
