namespace Reseau.Hosting.Log;

/// <summary>Where a service keeps its data: section <c>Database</c>.</summary>
public sealed class DatabaseOptions
{
    /// <summary><c>Sqlite</c> or <c>PostgreSQL</c>.</summary>
    public string Provider { get; set; } = "";

    /// <summary>ADO.NET connection string of that provider.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>Whether PostgreSQL keeps the data; otherwise SQLite does.</summary>
    public bool IsPostgres => string.Equals(Provider, "PostgreSQL", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether SQLite keeps the data.</summary>
    public bool IsSqlite => string.Equals(Provider, "Sqlite", StringComparison.OrdinalIgnoreCase);
}
