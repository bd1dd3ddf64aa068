using Grpc.Core;
using Reseau.Kernel;
using Reseau.Referrals.Domain;
using Contract = Reseau.Referrals.V1;

namespace Reseau.Referrals.Rpc;

internal sealed partial class ReferralsEndpoint
{
    private const int PlaceLength = 300;

    public override Task<Contract.Referral> ScheduleReferral(Contract.ScheduleReferralRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        var start = request.Appointment?.StartTime;
        if (start is null) violations.Add("appointment.start_time", "REQUIRED", "The start is required.", "Indiquez la date et l'heure du rendez-vous.");
        var place = violations.FreeText("appointment.place", request.Appointment?.Place ?? "", PlaceLength);
        return MoveAsync(context, request, (request.Name, request.Etag, request.RequestId), place, violations, ReferralAction.Schedule,
            move => move with { AppointmentAt = start!.ToDateTimeOffset() });
    }
}
