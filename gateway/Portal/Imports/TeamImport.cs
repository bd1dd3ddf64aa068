using Reseau.Gateway.Portal.Calls;
using Reseau.Training.V1;

namespace Reseau.Gateway.Portal.Imports;

/// <summary>What became of a file of professionals: its report, or why there is none.</summary>
/// <param name="DryRun">Whether it was only tried.</param>
/// <param name="Report">What the service says of each line; null when it refused the file.</param>
/// <param name="Problem">Why there is no report; null with one, and when no file was chosen.</param>
public sealed record TeamImport(bool DryRun, ImportProfessionalsResponse? Report, CallProblem? Problem)
{
    /// <summary>What the page of the request is to show; null when nothing was sent.</summary>
    public static TeamImport? Of(HttpContext context) => context.Items[typeof(TeamImport)] as TeamImport;

    /// <summary>The page of this request shows it.</summary>
    public void ShowOn(HttpContext context) => context.Items[typeof(TeamImport)] = this;
}
