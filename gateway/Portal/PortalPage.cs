using Microsoft.AspNetCore.Components;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Forms;

namespace Reseau.Gateway.Portal;

/// <summary>What all pages share.</summary>
public abstract class PortalPage : ComponentBase
{
    [CascadingParameter]
    public HttpContext Http { get; set; } = null!;

    [Inject]
    public ServiceCalls Calls { get; set; } = null!;

    [Inject]
    public NavigationManager Navigation { get; set; } = null!;

    /// <summary>Why the page has nothing to show, if so.</summary>
    protected CallProblem? Problem { get; private set; }

    protected PortalUser User => PortalUser.Of(Http);

    protected FormValues Form => FormValues.Of(Http);

    protected bool IsPost => HttpMethods.IsPost(Http.Request.Method);

    /// <summary>The page shows this problem instead of its content, with the fitting HTTP status.</summary>
    protected void Fail(CallProblem problem)
    {
        Problem = problem;
        Http.Response.StatusCode = problem.HttpStatus;
    }

    /// <summary>The page shows a form again with what is wrong in it.</summary>
    protected void Reject(CallProblem problem) => Http.Response.StatusCode = problem.HttpStatus;
}
