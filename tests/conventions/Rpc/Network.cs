using Grpc.Core;
using Reseau.Conventions.V1;
using Reseau.Testing.Hosts;
using Date = Google.Type.Date;

namespace Reseau.Conventions.Tests.Rpc;

/// <summary>Two institutions that negotiate, by gRPC.</summary>
internal static class Network
{
    public const string Yann = "yann.responsable";
    public const string Nadia = "nadia.caf";
    public const string Sofia = "sofia.mission";
    public const string Stranger = "marc.cdas";

    public static string NewId() => Guid.NewGuid().ToString();

    /// <summary>A content that is ready to be proposed, from today for two years.</summary>
    public static Content Ready(DateTimeOffset now)
    {
        var start = DateOnly.FromDateTime(now.UtcDateTime.Date);
        var content = new Content
        {
            Title = "Convention d'engagement", Kind = ConventionKind.Engagement, StartDate = ToDate(start), EndDate = ToDate(start.AddYears(2).AddDays(-1)),
            Parties =
            {
                new Party { Institution = "institutions/ccas-rennes", DisplayName = "CCAS de Rennes", Function = "directeur", Mandate = "délibération 2026-41" },
                new Party { Institution = "institutions/caf-35", DisplayName = "CAF d'Ille-et-Vilaine", Function = "directrice", Mandate = "délégation" },
            },
            Clauses = { new Clause { Key = "objet", Title = "Objet", Text = "Le CCAS **oriente** vers {{lieu}}." } },
            Variables = { new Variable { Key = "lieu", Label = "Où ?", Type = Variable.Types.Type.Text } },
            Values = { new Value { Key = "lieu", Value_ = "la CAF" } },
            Commitments = { new Commitment { Key = "bureau", Clause = "objet", Institution = "institutions/caf-35", Text = "Un bureau confidentiel", Condition = true } },
            Steps = { new Step { Key = "reunion", Label = "Réunion" }, new Step { Key = "test", Label = "Semaine test" } },
            Financing = new()
            {
                Costs = { new Cost { Year = 2027, Label = "Poste", UnitCents = 5_000_000 } },
                Fundings = { new Funding { Key = "etat", Year = 2027, Funder = "État", PlannedCents = 5_000_000 } },
            },
            ReferralTerms = { new ReferralTerms { From = "institutions/ccas-rennes", To = "institutions/caf-35", Clause = "objet", MonthlyCapacity = 20, Delays = new() { Decide = 3 } } },
        };
        return content;
    }

    public static async Task<Convention> DraftAsync(ConventionsHost host, Content? content = null) =>
        await (await host.ClientAsync(Yann)).CreateConventionAsync(new() { Content = content ?? Ready(host.Clock.GetUtcNow()), RequestId = NewId() });

    public static async Task<Convention> ProposedAsync(ConventionsHost host, Content? content = null)
    {
        var draft = await DraftAsync(host, content);
        return await (await host.ClientAsync(Yann)).ProposeConventionAsync(new() { Name = draft.Name, RequestId = NewId() });
    }

    public static async Task<Convention> SignAsync(ConventionsHost host, string person, Convention seen) => await (await host.ClientAsync(person)).SignConventionAsync(
        new() { Name = seen.Name, DocumentSha256 = seen.DocumentSha256, MandateHeld = true, RequestId = NewId() });

    public static async Task<Convention> ActiveAsync(ConventionsHost host, Content? content = null) =>
        await SignAsync(host, Nadia, await SignAsync(host, Yann, await ProposedAsync(host, content)));

    public static async Task<(FileChunk Head, byte[] File)> FileAsync(AsyncServerStreamingCall<FileChunk> call)
    {
        using (call)
        {
            FileChunk? head = null;
            using var file = new MemoryStream();
            await foreach (var chunk in call.ResponseStream.ReadAllAsync())
            {
                head ??= chunk;
                chunk.Data.WriteTo(file);
            }
            return (head!, file.ToArray());
        }
    }

    public static Date ToDate(DateOnly day) => new() { Year = day.Year, Month = day.Month, Day = day.Day };
}
