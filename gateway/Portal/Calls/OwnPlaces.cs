using Reseau.Gateway.Portal.Labels;
using Reseau.Partners.V1;

namespace Reseau.Gateway.Portal.Calls;

/// <summary>The places of an institution, to choose from.</summary>
public sealed class OwnPlaces(ServiceCalls calls)
{
    private const int PageSize = 200;
    private const int MostPages = 5;

    /// <summary>The first thousand of them, by name; fewer while the directory does not answer.</summary>
    public async Task<IReadOnlyList<(string Value, string Text)>> OfAsync(string institution)
    {
        var all = new List<(string Value, string Text)>();
        var token = "";
        for (var page = 0; page < MostPages; page++)
        {
            var request = new ListStructuresRequest { Institution = institution, PageSize = PageSize, PageToken = token };
            var answer = await calls.Partners((partners, options) => partners.ListStructuresAsync(request, options));
            if (!answer.Succeeded) break;
            all.AddRange(answer.Value.Structures.Select(place => (place.Name, place.DisplayName)));
            token = answer.Value.NextPageToken;
            if (token.Length == 0) break;
        }

        return [.. all.OrderBy(place => place.Text, French.Order)];
    }
}
