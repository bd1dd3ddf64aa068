using Microsoft.EntityFrameworkCore;
using Reseau.Kernel.Calendar;
using Reseau.Referrals.Domain;
using Reseau.Referrals.Views;

namespace Reseau.Referrals.Subscriptions;

/// <summary>The services of the directory as decisions ask for them.</summary>
public static class KnownServices
{
    /// <summary>A service with the département of its place, in one question; null when the directory has told of none.</summary>
    public static Task<TargetService?> FindAsync(ReferralsDb db, string service, CancellationToken cancellation) => FindAsync(db, service, "", cancellation);

    /// <summary>The same, with what the directory said of whoever is to send somebody there.</summary>
    public static async Task<TargetService?> FindAsync(ReferralsDb db, string service, string sender, CancellationToken cancellation)
    {
        var known = await db.KnownServices.Where(s => s.Name == service)
            .Select(s => new
            {
                Row = s,
                Insee = db.KnownStructures.Where(place => place.Name == s.Structure).Select(place => place.InseeCode).FirstOrDefault(),
                Departed = db.DepartedInstitutions.Where(left => left.Institution == s.Institution || left.Institution == sender).Select(left => left.Institution).FirstOrDefault(),
            })
            .SingleOrDefaultAsync(cancellation);
        if (known is null) return null;
        var departement = FrenchTime.Departement(known.Insee);
        return new(known.Row.Name, known.Row.DisplayName, known.Row.Institution, known.Row.AcceptsReferrals)
        {
            Departement = departement.Length == 0 ? null : departement,
            IsClosed = known.Row.Closed,
            ClosedUntil = known.Row.ClosedUntil,
            Departed = known.Departed,
        };
    }
}
