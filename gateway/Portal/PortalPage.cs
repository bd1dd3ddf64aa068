using Microsoft.AspNetCore.Components;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Forms;

namespace Reseau.Gateway.Portal;

/// <summary>What all pages share. A page is rendered once, when everything it shows is there; components render halfway too by default.</summary>
public abstract class PortalPage : ComponentBase
{
    [CascadingParameter]
    public HttpContext Http { get; set; } = null!;

    [Inject]
    public ServiceCalls Calls { get; set; } = null!;

    [Inject]
    public NavigationManager Navigation { get; set; } = null!;

    /// <summary>Why the page has nothing to show, if so. It outlives the page: Razor components hand a 404 over to the error page.</summary>
    protected CallProblem? Problem
    {
        get => Http.Items[nameof(Problem)] as CallProblem;
        private set => Http.Items[nameof(Problem)] = value;
    }

    protected PortalUser User => PortalUser.Of(Http);

    protected FormValues Form => FormValues.Of(Http);

    protected bool IsPost => HttpMethods.IsPost(Http.Request.Method);

    public override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        await LoadAsync();
        await base.SetParametersAsync(ParameterView.Empty);
    }

    /// <summary>Fetches what the page shows, before it is rendered.</summary>
    protected virtual Task LoadAsync() => Task.CompletedTask;

    /// <summary>The page shows this problem instead of its content, with the fitting HTTP status.</summary>
    protected void Fail(CallProblem problem)
    {
        Problem = problem;
        Http.Response.StatusCode = problem.HttpStatus;
    }

    /// <summary>The page shows a form again with what is wrong in it. It is there, even if what the form names is not: a 404 would lose what was typed.</summary>
    protected void Reject(CallProblem problem) =>
        Http.Response.StatusCode = problem.HttpStatus == StatusCodes.Status404NotFound ? StatusCodes.Status422UnprocessableEntity : problem.HttpStatus;
}
