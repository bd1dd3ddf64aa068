using Google.Protobuf.WellKnownTypes;
using Reseau.Hosting.Contracts;
using Reseau.Hosting.Log;
using Reseau.Kernel;
using Reseau.Training.Domain;
using Reseau.Training.Domain.Needs;
using Contract = Reseau.Training.V1;

namespace Reseau.Training.Rpc;

/// <summary>Needs as messages. The enums of contract and domain share their numbers.</summary>
internal static class NeedMapper
{
    /// <summary>A need.</summary>
    /// <param name="need">The need.</param>
    /// <param name="asking">Institution id that asks: it knows how many its own needs speak of. Those of the network speak of nobody's people.</param>
    /// <param name="referrals">Referrals that each of its origins counts, in their order; null = withheld. None in lists.</param>
    public static Contract.Need ToMessage(Need need, string asking, IReadOnlyList<int?>? referrals = null)
    {
        var content = need.Content;
        var message = new Contract.Need
        {
            Name = need.Name,
            Etag = Etag.Of(need.Version),
            State = (Contract.Need.Types.State)need.State,
            Institution = Codes.Institution(need.Institution),
            Network = need.Network,
            Details = content.Details,
            Persons = !need.Network && need.Institution != asking && Suppression.IsSmall(content.Persons) ? HeatMapMapper.Withheld : content.Persons,
            Urgency = (Contract.Need.Types.Urgency)content.Urgency,
            Plan = need.Plan,
            Goal = need.Goal,
            Course = need.Course,
            SetAsideReason = need.SetAsideReason,
            CreateTime = need.CreatedAt.ToTimestamp(),
        };
        if (content.Skill.Length > 0) message.Skill = content.Skill;
        else if (content.Theme.Length > 0) message.Theme = content.Theme;
        else message.Title = content.Title;
        message.Functions.AddRange(content.Functions.Select(function => (Contract.Function)function));
        message.RevealedBy.AddRange(content.RevealedBy.Select((origin, place) => ToMessage(origin, referrals is null ? 0 : referrals[place] ?? HeatMapMapper.Withheld)));
        return message;
    }

    private static Contract.NeedOrigin ToMessage(NeedOrigin origin, int referrals) => origin.Kind switch
    {
        NeedOriginKind.Campaign => new() { Campaign = new() { Campaign = origin.Campaign, Question = origin.Question } },
        NeedOriginKind.Referrals => new()
        {
            Referrals = new() { Theme = origin.Theme, Kind = origin.Signal is { } kind ? (Contract.SignalKind)kind : Contract.SignalKind.Unspecified, From = origin.From.ToDate(), Until = origin.Until.ToDate(), Referrals = referrals },
        },
        NeedOriginKind.Searches => new() { Searches = new() { Theme = origin.Theme, Commune = origin.Commune, Searches = origin.Searches } },
        _ => new() { Manager = new() },
    };
}
