using System.CommandLine;
using Reseau.Load.Commands;

var root = new RootCommand("Measures a Réseau on this machine: calls at a fixed rate, whatever the answers do.");
root.Subcommands.Add(RunCommand.For("search", "Searches the directory."));
root.Subcommands.Add(RunCommand.For("submit", "Sends referrals of ccas-rennes to caf-35."));
root.Subcommands.Add(ReportCommand.Create());
return await root.Parse(args).InvokeAsync();
