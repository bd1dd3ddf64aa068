using Reseau.Conventions.Views;
using Reseau.Hosting.Log;
using Contract = Reseau.Conventions.V1;

namespace Reseau.Conventions.Rpc;

/// <summary>
/// The convention API, one file per verb. Every change goes the same way: permission (interceptor) → parse → load → check the
/// institution → decide → append with views and document in one transaction → answer the version it led to.
/// </summary>
internal sealed partial class ConventionsEndpoint(LogReader<ConventionsDb> reader)
    : Contract.ConventionsService.ConventionsServiceBase
{
}
