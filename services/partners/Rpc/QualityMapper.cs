using System.Globalization;
using System.Resources;
using Reseau.Partners.Domain;
using Contract = Reseau.Partners.V1;

namespace Reseau.Partners.Rpc;

/// <summary>The quality score to messages; a criterion that is not met comes with what to do, from QualityAdvice.resx.</summary>
internal static class QualityMapper
{
    private static readonly ResourceManager Advice = new("Reseau.Partners.Rpc.QualityAdvice", typeof(QualityMapper).Assembly);

    public static Contract.Quality ToMessage(Quality quality)
    {
        var message = new Contract.Quality { Score = quality.Score };
        message.Criteria.AddRange(quality.Criteria.Select(criterion => new Contract.QualityCriterion
        {
            Code = criterion.Code,
            Score = criterion.Score,
            Advice = criterion.Score < 1 ? Advice.GetString(criterion.Code, CultureInfo.InvariantCulture)! : "",
        }));
        return message;
    }
}
