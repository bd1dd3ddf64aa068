using System.CommandLine;
using Reseau.Benchmarks.Commands;

var root = new RootCommand("Measures the directory at a national volume, beside PostgreSQL and SQLite, and referrals as they grow.");
root.Subcommands.Add(DirectoryCommand.Create());
root.Subcommands.Add(GrowthCommand.Create());
root.Subcommands.Add(ImportCommand.Create());
root.Subcommands.Add(ReferralsCommand.Create());
return await root.Parse(args).InvokeAsync();
