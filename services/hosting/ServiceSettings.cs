using Microsoft.Extensions.Configuration;
using Reseau.Hosting.Log;

namespace Reseau.Hosting;

/// <summary>Demands the settings a service cannot work without, and names all that are wrong at once: it does not start otherwise.</summary>
internal static class ServiceSettings
{
    public static DatabaseOptions Validate(IConfiguration configuration, IEnumerable<string> sources)
    {
        var database = configuration.GetSection("Database").Get<DatabaseOptions>() ?? new();
        List<string> wrong = [];
        if (!database.IsPostgres && !database.IsSqlite) wrong.Add("Database:Provider must be Sqlite or PostgreSQL");
        if (database.ConnectionString.Length == 0) wrong.Add("Database:ConnectionString is missing");
        foreach (var key in (string[])["Keycloak:AuthServerUrl", "Keycloak:Realm", "Keycloak:Resource", "Keycloak:Audience", "Keycloak:Credentials:Secret", "APP_API_TOKEN"])
        {
            if (string.IsNullOrWhiteSpace(configuration[key])) wrong.Add($"{key} is missing");
        }
        foreach (var source in sources.Where(source => !Uri.TryCreate(configuration[$"Services:{source}"], UriKind.Absolute, out _)))
            wrong.Add($"Services:{source} must be the address of that service");
        return wrong.Count == 0 ? database : throw new InvalidOperationException($"The settings are not usable: {string.Join("; ", wrong)}.");
    }
}
