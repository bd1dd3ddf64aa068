using Microsoft.AspNetCore.Components;
using Reseau.Gateway.Portal.Calls;

namespace Reseau.Gateway.Portal.Components;

/// <summary>
/// A field with its label, hint and error tied together for screen readers. The id of the control is its name, which is where
/// the summary of errors links to.
/// </summary>
public abstract class FieldBase : ComponentBase
{
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>Name under which the value is sent, when it is not the id: a page may hold the same field in several forms.</summary>
    [Parameter]
    public string? Field { get; set; }

    [Parameter]
    public string? Hint { get; set; }

    [Parameter]
    public bool Required { get; set; }

    [Parameter]
    public IReadOnlyList<FieldProblem> Problems { get; set; } = [];

    protected IEnumerable<string> Errors => Problems.Where(problem => problem.Field == Name).Select(problem => problem.Sentence);

    protected bool IsWrong => Errors.Any();

    protected string HintId => Name + "-aide";

    protected string ErrorId => Name + "-erreur";

    protected string? DescribedBy
    {
        get
        {
            var ids = string.Join(' ', (string[])[.. Hint is null ? [] : (string[])[HintId], .. IsWrong ? (string[])[ErrorId] : []]);
            return ids.Length == 0 ? null : ids;
        }
    }

    protected string? Invalid => IsWrong ? "true" : null;

    protected string? RequiredForReaders => Required ? "true" : null;
}
