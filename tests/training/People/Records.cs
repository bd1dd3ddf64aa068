using Grpc.Core;
using Reseau.Testing.Contracts;
using Reseau.Testing.Hosts;
using Reseau.Training.V1;
using Reseau.Training.Tests.Rpc;
using Date = Google.Type.Date;

namespace Reseau.Training.Tests.People;

/// <summary>Professionals of a test, by gRPC.</summary>
internal static class Records
{
    public const string ClairesEmail = "claire.accueil@example.org";

    public static Professional Claire() => new()
    {
        LastName = "Morvan", FirstName = "Claire", Email = ClairesEmail, Function = Function.ReceptionAgent, Sites = { "structures/ccas-rennes-siege" }, Permanences = "Mo,We 09:00-12:00",
    };

    public static Professional Named(string lastName, string firstName, string email = "") => new() { LastName = lastName, FirstName = firstName, Email = email, Function = Function.SocialWorker };

    public static async Task<Professional> CreateAsync(TrainingHost host, Professional professional, string manager = Network.Yann) =>
        await (await host.ProfessionalsAsync(manager)).CreateProfessionalAsync(new() { Professional = professional, RequestId = Network.NewId() });

    public static async Task<Professional> ClaimAsync(TrainingHost host, string account) =>
        await (await host.ProfessionalsAsync(account)).ClaimProfessionalAsync(new() { RequestId = Network.NewId() });

    /// <summary>A rule that lasts some months, whoever may give it.</summary>
    public static async Task<HabilitationRule> RuleAsync(TrainingHost host, string id, int months, int window = 90) =>
        await (await host.HabilitationsAsync(Network.Sofia)).DefineHabilitationRuleAsync(new()
        {
            Rule = new() { Name = $"habilitationRules/{id}", Title = $"Règle {id}", ByTraining = true, ByEvidence = true, DurationMonths = months, RenewalWindowDays = window }, RequestId = Network.NewId(),
        });

    public static async Task<Professional> GrantAsync(TrainingHost host, Professional professional, string rule, DateOnly day, string manager = Network.Yann) =>
        await (await host.HabilitationsAsync(manager)).GrantHabilitationAsync(new()
        {
            Name = professional.Name, Rule = rule, Date = ToDate(day), Evidence = "Attestation 12", RequestId = Network.NewId(),
        });

    public static Date ToDate(DateOnly day) => new() { Year = day.Year, Month = day.Month, Day = day.Day };

    public static DateOnly ToDay(Date date) => new(date.Year, date.Month, date.Day);

    public static async Task<string> ReasonAsync<T>(AsyncUnaryCall<T> call) => EveryMethod.ErrorInfoOf(await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync)).Reason;
}
