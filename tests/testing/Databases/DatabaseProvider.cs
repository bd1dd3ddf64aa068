namespace Reseau.Testing.Databases;

/// <summary>The databases a service runs on.</summary>
public enum DatabaseProvider
{
    /// <summary>A file.</summary>
    Sqlite,

    /// <summary>A throw-away cluster of Debian's PostgreSQL.</summary>
    PostgreSql,
}
