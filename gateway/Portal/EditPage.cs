using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Forms;

namespace Reseau.Gateway.Portal;

/// <summary>
/// What pages share that write one thing with a form: sent twice it is one deed, and what somebody changed meanwhile is not overwritten unseen.
/// </summary>
public abstract class EditPage : PortalPage
{
    private string? _deed;

    /// <summary>What is wrong with what was typed.</summary>
    protected IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    /// <summary>Whether somebody changed it since the form was first shown.</summary>
    protected bool IsStale { get; private set; }

    /// <summary>Id of the request, which goes with the form.</summary>
    protected string Deed => _deed ??= RequestId.Of(Form);

    /// <summary>The version that was read when the form was first shown: a change made since must not be overwritten unseen.</summary>
    /// <param name="read">The version read now.</param>
    protected string EtagOf(string read) => IsPost && !IsStale ? Form.Text(ActionForm.EtagField) : read;

    /// <summary>
    /// Shows the form again with what is wrong in it. What was typed over a version that is no longer the newest may be sent again, knowingly; under a
    /// new id, because it is another deed.
    /// </summary>
    protected void Refuse(CallProblem problem, Func<CallProblem, IReadOnlyList<FieldProblem>> explain)
    {
        Reject(problem);
        IsStale = problem.IsStale;
        if (IsStale) _deed = RequestId.New();
        else Problems = explain(problem);
    }
}
