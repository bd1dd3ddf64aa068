using System.CommandLine;
using Reseau.Local;
using Reseau.Local.Commands;

var root = new RootCommand("Réseau on one machine: the services, the gateway, a sidecar and an identity provider in one process.");
LocalOptions.AddTo(root);
root.Subcommands.Add(Serve.Command());
root.Subcommands.Add(Walkthrough.Command());
root.Subcommands.Add(Verify.Command());
root.Subcommands.Add(VerifyConvention.Command());
root.Subcommands.Add(RebuildViews.Command());
root.Subcommands.Add(ReplayParked.Command());
root.Subcommands.Add(Retention.Command());
root.SetAction(Serve.RunAsync);
return await root.Parse(args).InvokeAsync();
