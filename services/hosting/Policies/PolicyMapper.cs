using Reseau.Hosting.Contracts;
using Reseau.Kernel;
using Reseau.Kernel.Calendar;
using Reseau.Kernel.Policies;
using Contract = Reseau.Policies.V1;
using Date = Google.Type.Date;

namespace Reseau.Hosting.Policies;

/// <summary>Policies from their messages and to them.</summary>
public static class PolicyMapper
{
    private const string Collection = "institutions/";

    /// <summary>The message of a policy.</summary>
    public static Contract.Policy ToMessage(Policy policy)
    {
        var message = new Contract.Policy
        {
            From = Collection + policy.From,
            To = Collection + policy.To,
            Version = policy.Version,
            Standing = (Contract.Policy.Types.Standing)policy.Standing,
            StartDate = policy.Start?.ToDate(),
            EndDate = policy.End?.ToDate(),
            MonthlyCapacity = policy.MonthlyCapacity ?? 0,
            Delays = new() { Acknowledge = policy.Delays.Acknowledge ?? 0, Decide = policy.Delays.Decide ?? 0, Escalate = policy.Delays.Escalate ?? 0 },
        };
        message.Conventions.AddRange(policy.Conventions);
        message.Themes.AddRange(policy.Themes);
        message.Services.AddRange(policy.Services);
        message.Fields.AddRange(policy.Fields);
        message.RequiredHabilitations.AddRange(policy.RequiredHabilitations);
        message.Contradictions.AddRange(policy.Contradictions);
        message.Sources.AddRange(policy.Sources.Select(source => new Contract.RuleSource
        {
            Rule = source.Rule, Convention = source.Convention, ConventionVersion = source.ConventionVersion, Clause = source.Clause, ConventionTitle = source.ConventionTitle,
        }));
        return message;
    }

    /// <summary>The policy of a message.</summary>
    public static Policy Read(Contract.Policy message) => new(Id(message.From), Id(message.To), message.Version, (PolicyStanding)message.Standing)
    {
        Start = Day(message.StartDate),
        End = Day(message.EndDate),
        Conventions = [.. message.Conventions],
        Themes = [.. message.Themes],
        Services = [.. message.Services],
        Fields = [.. message.Fields],
        Delays = Read(message.Delays),
        MonthlyCapacity = Stated(message.MonthlyCapacity),
        RequiredHabilitations = [.. message.RequiredHabilitations],
        Sources = [.. message.Sources.Select(source => new PolicySource(source.Rule, source.Convention, source.ConventionVersion, source.Clause, source.ConventionTitle))],
        Contradictions = [.. message.Contradictions],
    };

    /// <summary>The delays of a message.</summary>
    public static AgreedDelays Read(Contract.Delays? delays) => delays is null ? AgreedDelays.None : new(Stated(delays.Acknowledge), Stated(delays.Decide), Stated(delays.Escalate));

    /// <summary>How the network is, by its message.</summary>
    public static NetworkMode Read(Contract.Network network) => network.Mode == Contract.Network.Types.Mode.Strict ? NetworkMode.Strict : NetworkMode.Open;

    /// <summary>The habilitations of a message that hold on a day.</summary>
    public static IReadOnlyList<string> Read(Contract.Habilitations held, DateOnly today) =>
        [.. held.Habilitations_.Where(habilitation => Day(habilitation.ValidUntil) is not { } last || today <= last).Select(habilitation => habilitation.Code)];

    private static int? Stated(int number) => number == 0 ? null : number;

    private static DateOnly? Day(Date? date) => date is null ? null : CalendarDay.Of(date.Year, date.Month, date.Day);

    private static string Id(string institution) => ResourceName.TryParse(institution, "institutions", out var name) ? name.Id : institution;
}
