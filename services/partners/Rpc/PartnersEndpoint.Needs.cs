using System.Globalization;
using Grpc.Core;
using Reseau.Hosting.Contracts;
using Reseau.Kernel;
using Reseau.Partners.Needs;
using Contract = Reseau.Partners.V1;

namespace Reseau.Partners.Rpc;

internal sealed partial class PartnersEndpoint
{
    private const int DaysCounted = 90;

    /// <summary>Below it a count is not told: in a small commune it could point at somebody.</summary>
    private const int SmallestCount = 5;

    public override async Task<Contract.ListUnmetNeedsResponse> ListUnmetNeeds(Contract.ListUnmetNeedsRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        var until = violations.Day("end_date", request.EndDate) ?? Today;
        var from = violations.Day("start_date", request.StartDate) ?? until.AddDays(-DaysCounted);
        if (request.Departement.Length > 0 && france.FindDepartement(request.Departement) is null)
            violations.Add("departement", "UNKNOWN_VALUE", "No département has this code.", "Aucun département n'a ce code.");
        violations.ThrowIfAny();

        var question = string.Create(CultureInfo.InvariantCulture, $"unmet {from:O} {until:O} {request.Departement}");
        var offset = Paging.Read(request.PageToken, question, parts: 1, token => int.Parse(token[0], NumberStyles.None, CultureInfo.InvariantCulture));
        var size = Paging.Size(request.PageSize);
        await using var db = await databases.CreateDbContextAsync(context.CancellationToken);
        var unmet = await UnmetNeeds.PageAsync(db, from, until, request.Departement, offset, size, context.CancellationToken);

        var answer = new Contract.ListUnmetNeedsResponse();
        answer.Needs.AddRange(unmet.Take(size).Select(ToMessage));
        if (unmet.Count > size) answer.NextPageToken = Paging.Token(question, $"{offset + size}");
        return answer;
    }

    private Contract.UnmetNeed ToMessage(UnmetNeed need)
    {
        var message = new Contract.UnmetNeed { Theme = need.Theme, InseeCode = need.Commune, Commune = france.FindCommune(need.Commune)?.Name ?? "" };
        if (need.Searches >= SmallestCount) message.Searches = need.Searches;
        return message;
    }
}
