using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Forms;

namespace Reseau.Gateway.Portal;

/// <summary>What pages share that do something with what a form says: a refusal shows the form again with what is wrong, or with what somebody did meanwhile.</summary>
public abstract class ActionPage : PortalPage
{
    /// <summary>What is wrong with what was sent.</summary>
    protected IReadOnlyList<FieldProblem> Problems { get; set; } = [];

    /// <summary>Whether somebody changed it since the form was first shown.</summary>
    protected bool IsStale { get; private set; }

    /// <summary>What was sent and is shown again; empty where somebody was faster.</summary>
    protected FormValues Sent => IsPost && !IsStale ? Form : FormValues.Empty;

    /// <summary>The version that was read when the form was first shown: a change made since must not be overwritten unseen.</summary>
    /// <param name="read">The version read now.</param>
    protected string EtagOf(string read) => IsPost && !IsStale ? Form.Text(ActionForm.EtagField) : read;

    /// <summary>Shows the form again with what is wrong in it, unless somebody was faster: then the page says so.</summary>
    protected virtual void Refuse(CallProblem problem, Func<CallProblem, IReadOnlyList<FieldProblem>> explain)
    {
        Reject(problem);
        IsStale = problem.IsStale;
        if (!IsStale) Problems = explain(problem);
    }
}
