using Google.Protobuf.WellKnownTypes;
using Reseau.Hosting.Contracts;
using Reseau.Hosting.Log;
using Reseau.Training.Domain;
using Reseau.Training.Domain.Campaigns;
using Contract = Reseau.Training.V1;

namespace Reseau.Training.Rpc;

/// <summary>Campaigns as messages. The enums of contract and domain share their numbers.</summary>
internal static class CampaignMapper
{
    /// <summary>A campaign.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="questions">Its questions that are shown.</param>
    /// <param name="today">The day.</param>
    /// <param name="answers">How many answered; 0 for those who may not know.</param>
    public static Contract.Campaign ToMessage(Campaign campaign, IEnumerable<Question> questions, DateOnly today, int answers)
    {
        var content = campaign.Content;
        var message = new Contract.Campaign
        {
            Name = campaign.Name,
            Etag = Etag.Of(campaign.Version),
            State = (Contract.Campaign.Types.State)campaign.State,
            Institution = Codes.Institution(campaign.Institution),
            Network = campaign.Network,
            Title = content.Title,
            Introduction = content.Introduction,
            StartDate = content.Start.ToDate(),
            EndDate = content.End.ToDate(),
            Anonymous = content.Anonymous,
            Answerable = campaign.Takes(today),
            Answers = answers,
            CreateTime = campaign.CreatedAt.ToTimestamp(),
        };
        message.Functions.AddRange(content.Functions.Select(function => (Contract.Function)function));
        message.Questions.AddRange(questions.Select(ToMessage));
        return message;
    }

    /// <summary>What somebody answered.</summary>
    public static Contract.Answer ToMessage(GivenAnswer answer)
    {
        var message = new Contract.Answer { Question = answer.Question, Text = answer.Text };
        message.Choices.AddRange(answer.Choices);
        return message;
    }

    /// <summary>What a group answered.</summary>
    public static Contract.ResultRow ToMessage(ToldAnswers told)
    {
        var message = new Contract.ResultRow { Key = told.Key, Answers = told.Answers ?? HeatMapMapper.Withheld };
        message.Counts.AddRange(told.Counts.Select(count => count ?? HeatMapMapper.Withheld));
        return message;
    }

    private static Contract.Question ToMessage(Question question)
    {
        var message = new Contract.Question { Key = question.Key, Text = question.Text, Kind = (Contract.Question.Types.Kind)question.Kind, Skill = question.Skill, Required = question.Required };
        message.Options.AddRange(question.Options);
        message.Functions.AddRange(question.Functions.Select(function => (Contract.Function)function));
        return message;
    }
}
