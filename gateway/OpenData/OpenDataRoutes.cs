using Grpc.Core;
using Reseau.Gateway.OpenData.Hsds;
using Reseau.Gateway.Problems;
using Reseau.Partners.V1;

namespace Reseau.Gateway.OpenData;

/// <summary>
/// The public directory for programs, without a token: files in the national formats, and the HSDS API. Everything is what the directory
/// answers to anybody; nothing is kept here.
/// </summary>
public static class OpenDataRoutes
{
    /// <summary>Where it begins.</summary>
    public const string Root = "/open-data";

    /// <summary>Adds the mappers.</summary>
    public static void AddOpenData(this IServiceCollection services)
    {
        services.AddSingleton<HsdsDirectory>();
        services.AddCors(cors => cors.AddPolicy(Root, policy => policy.AllowAnyOrigin().WithMethods("GET")));
    }

    /// <summary>Maps the routes.</summary>
    public static void MapOpenData(this WebApplication app)
    {
        var group = app.MapGroup(Root).RequireCors(Root).AllowAnonymous().AddEndpointFilter(AnswerProblems);
        foreach (var file in DirectoryFile.All) group.MapGet($"/{file.Name}", (PartnersService.PartnersServiceClient partners, HttpContext context) => file.SendAsync(partners, context));
        group.MapHsds();
    }

    // A refusal of the directory becomes problem details, as everywhere on the web port.
    private static async ValueTask<object?> AnswerProblems(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        try
        {
            return await next(call);
        }
        catch (RpcException refused) when (!call.HttpContext.Response.HasStarted)
        {
            await ProblemAnswer.WriteAsync(call.HttpContext, ProblemMapping.StatusOf(refused) ?? new() { Code = (int)refused.StatusCode, Message = refused.Status.Detail });
            return Results.Empty;
        }
    }
}
