using System.CommandLine;
using Reseau.Conventions.Signing;
using Command = System.CommandLine.Command;

namespace Reseau.Local.Commands;

/// <summary>Verifies the evidence of a convention, offline: reads the one file and nothing else; exit 1 when it cannot be relied on.</summary>
internal static class VerifyConvention
{
    public static Command Command()
    {
        var bundle = new Argument<string>("bundle") { Description = "The zip of the evidence.", HelpName = "bundle.zip" };
        var code = new Option<string>("--code") { Description = "Verification code kept by a party: without it, a journal written anew from end to end does not show.", DefaultValueFactory = _ => "" };
        var command = new Command("verify-convention", "Verifies the evidence of a convention, offline, and says in French what is wrong.") { bundle, code };
        command.SetAction((parsed, _) => Failures.ReportAsync(async () =>
        {
            var path = parsed.GetValue(bundle)!;
            if (!File.Exists(path)) throw new FileNotFoundException($"Il n’y a pas de fichier {path}.");
            await using var file = File.OpenRead(path);
            var report = EvidenceVerifier.Verify(file, parsed.GetValue(code)!);
            await Console.Out.WriteLineAsync(report.ToText());
            return report.IsValid ? 0 : 1;
        }));
        return command;
    }
}
