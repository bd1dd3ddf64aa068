using Google.Protobuf.WellKnownTypes;
using Reseau.Conventions.Domain;
using Reseau.Hosting.Contracts;
using Reseau.Hosting.Log;
using Reseau.Kernel;
using Contract = Reseau.Conventions.V1;

namespace Reseau.Conventions.Rpc;

/// <summary>Governance bodies, from the contract and to it.</summary>
internal static class BodyMapper
{
    private const int PurposeLength = 1000;
    private const int PlaceLength = 200;
    private const int AgendaLength = 2000;
    private const int DecisionLength = 1000;
    private const int MinutesLength = 20_000;
    private const int MostMembers = 100;
    private const int MostDecisions = 50;
    private const int MostConventions = 20;

    /// <summary>What a body is.</summary>
    public static BodyContent Read(Contract.Body body, Violations violations)
    {
        if (body.Members.Count == 0) violations.Add("body.members", "REQUIRED", "A body has members.", "Indiquez au moins une institution membre.");
        FieldRules.TooMany(body.Members.Count, MostMembers, "body.members", violations);
        return new(
            violations.Required("body.title", body.Title, TextRules.LineLength), FieldRules.Value<Contract.Body.Types.Kind, BodyKind>(body.Kind, "body.kind", violations),
            violations.FreeText("body.purpose", body.Purpose, PurposeLength),
            [.. body.Members.Select((member, i) => new Member(
                ContentRules.Institution(member.Institution, $"body.members[{i}].institution", violations),
                violations.Optional($"body.members[{i}].professional", member.Professional, TextRules.LineLength),
                violations.Optional($"body.members[{i}].function", member.Function, TextRules.LineLength)))]);
    }

    /// <summary>A meeting.</summary>
    public static Meeting Read(Contract.Meeting meeting, DateOnly today, Violations violations)
    {
        if (meeting.Date is null) violations.Add("meeting.date", "REQUIRED", "date is required.", "Indiquez le jour de la réunion.");
        var date = violations.Day("meeting.date", meeting.Date) ?? today;
        if (date > today.AddYears(1)) violations.Add("meeting.date", "OUT_OF_RANGE", "A meeting is planned a year ahead at most.", "Cette date est à plus d'un an.");
        FieldRules.TooMany(meeting.Decisions.Count, MostDecisions, "meeting.decisions", violations);
        return new(
            date, violations.Optional("meeting.place", meeting.Place, PlaceLength), violations.FreeText("meeting.agenda", meeting.Agenda, AgendaLength),
            [.. meeting.Present.Select((institution, i) => ContentRules.Institution(institution, $"meeting.present[{i}]", violations)).Distinct(StringComparer.Ordinal)],
            [.. meeting.Decisions.Select((decision, i) => Read(decision, $"meeting.decisions[{i}]", violations))])
        {
            Minutes = violations.FreeText("meeting.minutes", meeting.Minutes, MinutesLength),
        };
    }

    /// <summary>A body, with its meetings or without.</summary>
    public static Contract.Body ToMessage(Body body, bool withMeetings)
    {
        var message = new Contract.Body
        {
            Name = body.Name, Etag = Etag.Of(body.Version), Title = body.Content.Title, Kind = (Contract.Body.Types.Kind)body.Content.Kind, Purpose = body.Content.Purpose,
            Dissolved = body.Dissolved, CreateTime = body.CreatedAt.ToTimestamp(),
        };
        message.Members.AddRange(body.Content.Members.Select(member => new Contract.Member
        {
            Institution = Codes.Institution(member.Institution), Professional = member.Professional, Function = member.Function,
        }));
        if (withMeetings) message.Meetings.AddRange(body.Meetings.Select(ToMessage));
        return message;
    }

    private static GovernanceDecision Read(Contract.GovernanceDecision decision, string field, Violations violations)
    {
        FieldRules.TooMany(decision.Conventions.Count, MostConventions, $"{field}.conventions", violations);
        return new(
            ContentRules.RequiredFreeText($"{field}.text", decision.Text, DecisionLength, violations),
            [.. decision.Conventions.Select((name, i) => ResourceName.Parse(name, "conventions", $"{field}.conventions[{i}]", violations).ToString()).Distinct(StringComparer.Ordinal)]);
    }

    private static Contract.Meeting ToMessage(Meeting meeting)
    {
        var message = new Contract.Meeting { Date = meeting.Date.ToDate(), Place = meeting.Place, Agenda = meeting.Agenda, Minutes = meeting.Minutes };
        message.Present.AddRange(meeting.Present.Select(Codes.Institution));
        foreach (var decision in meeting.Decisions)
        {
            var said = new Contract.GovernanceDecision { Text = decision.Text };
            said.Conventions.AddRange(decision.Conventions);
            message.Decisions.Add(said);
        }
        return message;
    }
}
