namespace Reseau.Sidecar.Storage;

/// <summary>
/// The tables. <c>queue</c> holds one row per event and application that receives it, deleted once settled; AUTOINCREMENT keeps
/// the order of acceptance even after the highest row is gone. <c>subscriptions</c> outlives the process, so that events
/// published while an application starts are kept for it. Instants are milliseconds since 1970.
/// </summary>
internal static class Schema
{
    public const string Text = """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;

        CREATE TABLE IF NOT EXISTS state (
          store      TEXT NOT NULL,
          key        TEXT NOT NULL,
          value      BLOB NOT NULL,
          etag       TEXT NOT NULL,
          expires_at INTEGER,
          PRIMARY KEY (store, key)
        ) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS state_expiry ON state (expires_at) WHERE expires_at IS NOT NULL;

        CREATE TABLE IF NOT EXISTS subscriptions (
          app               TEXT NOT NULL,
          pubsub            TEXT NOT NULL,
          topic             TEXT NOT NULL,
          path              TEXT NOT NULL,
          dead_letter_topic TEXT NOT NULL,
          PRIMARY KEY (pubsub, topic, app)
        ) WITHOUT ROWID;

        CREATE TABLE IF NOT EXISTS queue (
          id         INTEGER PRIMARY KEY AUTOINCREMENT,
          app        TEXT NOT NULL,
          pubsub     TEXT NOT NULL,
          topic      TEXT NOT NULL,
          envelope   BLOB NOT NULL,
          expires_at INTEGER,
          attempts   INTEGER NOT NULL DEFAULT 0
        );
        CREATE INDEX IF NOT EXISTS queue_order ON queue (app, pubsub, topic, id);

        CREATE TABLE IF NOT EXISTS dead_letters (
          id       INTEGER PRIMARY KEY AUTOINCREMENT,
          app      TEXT NOT NULL,
          pubsub   TEXT NOT NULL,
          topic    TEXT NOT NULL,
          event_id TEXT NOT NULL,
          envelope BLOB NOT NULL,
          attempts INTEGER NOT NULL
        );
        """;
}
