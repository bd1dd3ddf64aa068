using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Reseau.Gateway.OpenData.Hsds;

/// <summary>
/// The API of Open Referral HSDS 3.0: what conformance demands (<c>/</c>, <c>/services</c>, <c>/services/{id}</c>) and what clients ask for
/// next. Lists come in <c>Page</c>s; <c>format=ndjson</c> sends everything, a record a line. Absent fields are left out, never null.
/// </summary>
public static class HsdsRoutes
{
    /// <summary>Version of HSDS that is spoken.</summary>
    public const string Version = "3.0";

    private const int UsualPage = 50;
    private const int LargestPage = 200;

    /// <summary>Maps the routes under <c>/hsds</c>.</summary>
    public static void MapHsds(this RouteGroupBuilder group)
    {
        var hsds = group.MapGroup("/hsds");
        hsds.MapGet("/", (HttpContext context) => Results.Json(About(context)));
        hsds.MapGet("/profile", () => Results.Text(HsdsDocuments.Profile, "text/markdown; charset=utf-8"));
        hsds.MapGet("/openapi.json", () => Results.Text(HsdsDocuments.OpenApi, "application/json"));

        hsds.MapGet("/services", (HsdsDirectory directory, HttpContext context) => ListAsync(context, ServiceFilter.Read(context.Request.Query), directory.ServicesAsync));
        hsds.MapGet("/services/{id}", async (string id, HsdsDirectory directory, CancellationToken stopping) => Results.Json(await directory.ServiceAsync(id, stopping)));
        hsds.MapGet("/organizations", (HsdsDirectory directory, HttpContext context) => ListAsync(context, ServiceFilter.None, directory.OrganizationsAsync));
        hsds.MapGet("/organizations/{id}", async (string id, HsdsDirectory directory, CancellationToken stopping) => Results.Json(await directory.OrganizationAsync(id, stopping)));
        hsds.MapGet("/locations", (HsdsDirectory directory, HttpContext context) => ListAsync(context, ServiceFilter.Read(context.Request.Query), directory.LocationsAsync));
        hsds.MapGet("/locations/{id}", async (string id, HsdsDirectory directory, CancellationToken stopping) => Results.Json(await directory.LocationAsync(id, stopping)));
        hsds.MapGet("/taxonomies", (HsdsDirectory directory, HttpContext context) => ListAsync(context, ServiceFilter.None, directory.TaxonomiesAsync));
        hsds.MapGet("/taxonomies/{id}", async (string id, HsdsDirectory directory, CancellationToken stopping) => Found(await directory.TaxonomyAsync(id, stopping)));
        hsds.MapGet("/taxonomy_terms", (HsdsDirectory directory, HttpContext context) => ListAsync(context, ServiceFilter.Read(context.Request.Query), directory.TermsAsync));
        hsds.MapGet("/taxonomy_terms/{id}", async (string id, HsdsDirectory directory, CancellationToken stopping) => Found(await directory.TermAsync(id, stopping)));
    }

    private static JsonObject About(HttpContext context)
    {
        var here = $"{context.Request.Scheme}://{context.Request.Host}{OpenDataRoutes.Root}/hsds";
        return new()
        {
            ["version"] = Version,
            ["profile"] = $"{here}/profile",
            ["openapi_url"] = $"{here}/openapi.json",
        };
    }

    private static IResult Found(JsonObject? record) => record is null ? Results.NotFound() : Results.Json(record);

    private static async Task<IResult> ListAsync(HttpContext context, ServiceFilter filter, Func<ServiceFilter, int, int, CancellationToken, Task<HsdsPart>> read)
    {
        var query = context.Request.Query;
        if (query["format"] == "ndjson") return Results.Stream(body => WriteLinesAsync(body, filter, read, context.RequestAborted), "application/x-ndjson");
        var size = int.TryParse(query["per_page"], CultureInfo.InvariantCulture, out var asked) && asked > 0 ? Math.Min(asked, LargestPage) : UsualPage;
        var page = int.TryParse(query["page"], CultureInfo.InvariantCulture, out var number) && number > 0 ? number : 1;
        // No list is that long: the page is empty, and its number stays true.
        var skip = Math.Min((long)(page - 1) * size, int.MaxValue - LargestPage);
        var part = await read(filter, (int)skip, size, context.RequestAborted);
        return Results.Json(Page(part, page, size));
    }

    private static JsonObject Page(HsdsPart part, int page, int size)
    {
        var pages = (part.Total + size - 1) / size;
        return new()
        {
            ["total_items"] = part.Total,
            ["total_pages"] = pages,
            ["page_number"] = page,
            ["size"] = part.Records.Count,
            ["first_page"] = page == 1,
            ["last_page"] = page >= pages,
            ["empty"] = part.Records.Count == 0,
            ["contents"] = new JsonArray([.. part.Records]),
        };
    }

    private static async Task WriteLinesAsync(
        Stream body, ServiceFilter filter, Func<ServiceFilter, int, int, CancellationToken, Task<HsdsPart>> read, CancellationToken stopping)
    {
        for (var skip = 0; ;)
        {
            var part = await read(filter, skip, LargestPage, stopping);
            foreach (var record in part.Records)
            {
                await JsonSerializer.SerializeAsync(body, record, JsonSerializerOptions.Web, stopping);
                await body.WriteAsync("\n"u8.ToArray(), stopping);
            }

            skip += part.Records.Count;
            if (part.Records.Count == 0 || skip >= part.Total) return;
        }
    }
}
