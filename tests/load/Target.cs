using System.CommandLine;

namespace Reseau.Load;

/// <summary>The Réseau to measure.</summary>
/// <param name="Grpc">Where calls go: the gateway, or a service itself.</param>
/// <param name="Web">Where tokens come from.</param>
/// <param name="Channels">Connections the calls are spread over.</param>
internal sealed record Target(Uri Grpc, Uri Web, int Channels)
{
    /// <summary>Refuses addresses of other machines: a load program aimed by mistake is an attack.</summary>
    public static Option<string> AddressOption(string name, string usual, string description)
    {
        var option = new Option<string>(name) { Description = description, DefaultValueFactory = _ => usual, HelpName = "URL" };
        option.Validators.Add(result =>
        {
            var text = result.GetValueOrDefault<string>() ?? "";
            if (text.Length > 0 && !(Uri.TryCreate(text, UriKind.Absolute, out var address) && address.IsLoopback))
                result.AddError($"{name} must be an address of this machine.");
        });
        return option;
    }
}
