using Grpc.Core;
using Reseau.Kernel;
using Reseau.Referrals.Domain;
using Contract = Reseau.Referrals.V1;

namespace Reseau.Referrals.Rpc;

internal sealed partial class ReferralsEndpoint
{
    private const int NoteLength = 4000;

    public override Task<Contract.Referral> AddNote(Contract.AddNoteRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        var said = violations.FreeText("text", request.Text, NoteLength);
        if (said.Length == 0) violations.Add("text", "REQUIRED", "text is required.", "Écrivez la note.");
        var visibility = RequiredVisibility(violations, request.Visibility);
        return MoveAsync(context, request, (request.Name, request.Etag, request.RequestId), said, violations, ReferralAction.Note, move => move with { Visibility = visibility });
    }

    // Shared by default would be a leak, internal by default a message that nobody gets: the caller says which.
    private static Visibility RequiredVisibility(Violations violations, Contract.TimelineEntry.Types.Visibility visibility)
    {
        if (visibility == Contract.TimelineEntry.Types.Visibility.Unspecified || !Enum.IsDefined(visibility))
            violations.Add("visibility", "REQUIRED", "visibility is required.", "Dites qui peut lire : les deux institutions, ou la vôtre seulement.");
        return (Visibility)visibility;
    }
}
