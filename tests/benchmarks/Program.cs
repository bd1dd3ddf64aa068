using System.CommandLine;
using Reseau.Benchmarks.Commands;

var root = new RootCommand("Measures the directory at a national volume, beside PostgreSQL and SQLite, referrals, conventions and training as they grow.");
root.Subcommands.Add(CommitsCommand.Create());
root.Subcommands.Add(ConventionDocumentCommand.Create());
root.Subcommands.Add(ConventionsCommand.Create());
root.Subcommands.Add(DirectoryCommand.Create());
root.Subcommands.Add(EnrolmentCommand.Create());
root.Subcommands.Add(GrowthCommand.Create());
root.Subcommands.Add(ImportCommand.Create());
root.Subcommands.Add(ReferralsCommand.Create());
root.Subcommands.Add(TrainingCommand.Create());
return await root.Parse(args).InvokeAsync();
