using System.CommandLine;

namespace Reseau.Local;

/// <summary>What a person may choose when starting the local edition; every sub-command takes the same.</summary>
/// <param name="Data">Folder of the databases and keys.</param>
/// <param name="Web">Port of the portal, the JSON and <c>/realms</c>.</param>
/// <param name="Grpc">Port of gRPC through the gateway, HTTP/2 without TLS.</param>
/// <param name="Empty">Starts without the demo network.</param>
/// <param name="Postgres">Connection string of a PostgreSQL server, without database; empty for files in <paramref name="Data"/>.</param>
public sealed record LocalOptions(string Data, int Web, int Grpc, bool Empty, string Postgres)
{
    private static readonly Option<string> DataOption = new("--data")
    {
        Description = "Folder of the databases and keys; made at the first start.", DefaultValueFactory = _ => ".reseau", Recursive = true, HelpName = "DIR",
    };

    private static readonly Option<int> WebOption = Port("--web", 8080, "Port of the portal.");
    private static readonly Option<int> GrpcOption = Port("--grpc", 8081, "Port of gRPC (HTTP/2 without TLS).");
    private static readonly Option<bool> EmptyOption = new("--empty") { Description = "Starts without the demo network.", Recursive = true };

    private static readonly Option<string> PostgresOption = new("--postgres")
    {
        Description = "Keeps the services' data in PostgreSQL, in databases reseau_partners, reseau_referrals… made at the first start.",
        DefaultValueFactory = _ => "", Recursive = true, HelpName = "Host=…;Username=…",
    };

    /// <summary>What people type in their browser.</summary>
    public string PublicUrl => $"http://localhost:{Web}";

    /// <summary>Where programs call.</summary>
    public string GrpcUrl => $"http://127.0.0.1:{Grpc}";

    /// <summary>Declares the options on the root command, for all sub-commands.</summary>
    public static void AddTo(RootCommand root)
    {
        root.Options.Add(DataOption);
        root.Options.Add(WebOption);
        root.Options.Add(GrpcOption);
        root.Options.Add(EmptyOption);
        root.Options.Add(PostgresOption);
    }

    /// <summary>Reads the options of a call.</summary>
    public static LocalOptions Of(ParseResult parsed) => new(
        Path.GetFullPath(parsed.GetValue(DataOption)!), parsed.GetValue(WebOption), parsed.GetValue(GrpcOption), parsed.GetValue(EmptyOption), parsed.GetValue(PostgresOption)!);

    /// <summary>A file of the data folder.</summary>
    public string File(string name) => Path.Combine(Data, name);

    private static Option<int> Port(string name, int usual, string description)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => usual, Recursive = true, HelpName = "PORT" };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 65535) result.AddError($"{name} must be a port between 1 and 65535.");
        });
        return option;
    }
}
