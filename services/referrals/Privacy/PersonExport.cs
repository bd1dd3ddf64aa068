using System.Text.Json;
using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using Reseau.Referrals.Domain;
using Reseau.Referrals.Rpc;
using Reseau.Referrals.Views;
using Contract = Reseau.Referrals.V1;

namespace Reseau.Referrals.Privacy;

/// <summary>
/// Everything that an institution sees of one person, in one file. Nothing is indexed by person, on purpose: the referrals of the
/// institution are read one after the other, which takes seconds for a large one and is asked rarely.
/// </summary>
internal static class PersonExport
{
    private const int PageSize = 200;

    private const string About =
        "Tout ce que Réseau conserve pour cette institution sur la personne de cette orientation : ses orientations, avec l'accord donné, les messages et l'historique.";

    private static readonly JsonFormatter Json = new(JsonFormatter.Settings.Default);

    // The file is read by people too.
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The referrals of an institution that speak of the same person as one of them, that one first.</summary>
    public static async Task<List<Contract.Referral>> CollectAsync(
        ReferralStore store, IDbContextFactory<ReferralsDb> databases, Contract.Referral asked, string institution, CancellationToken cancellation)
    {
        var found = new List<Contract.Referral> { asked };
        (DateTimeOffset, string)? after = null;
        // Once erased there is nobody to recognise.
        while (asked.ErasedTime is null)
        {
            await using var db = await databases.CreateDbContextAsync(cancellation);
            var rows = await WorklistView.PageAsync(db, institution, Worklist.All, after, PageSize, cancellation);
            var persons = await ReferralStore.BeneficiariesAsync(db, [.. rows.Select(row => row.Name)], cancellation);
            foreach (var row in rows.Take(PageSize).Where(row => row.Name != asked.Name && persons.TryGetValue(row.Name, out var person) && SamePerson.HasNamesOf(person, asked.Beneficiary)))
            {
                if (await store.FindAsync(row.Name, long.MaxValue, cancellation) is not { } stored || stored.Referral.SideOf(institution) is not { } side) continue;
                // Compared as the institution may see it: what it may not know does not betray itself by a match.
                var file = ReferralMapper.ToMessage(stored, side);
                if (SamePerson.Is(file.Beneficiary, asked.Beneficiary)) found.Add(file);
            }
            if (rows.Count <= PageSize) break;
            after = (rows[PageSize - 1].ChangedAt, rows[PageSize - 1].Name);
        }
        return found;
    }

    /// <summary>The file.</summary>
    public static byte[] Write(string institution, DateTimeOffset now, IEnumerable<Contract.Referral> referrals)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, Readable))
        {
            writer.WriteStartObject();
            writer.WriteString("about", About);
            writer.WriteString("institution", Codes.Institution(institution));
            writer.WriteString("exportTime", now);
            writer.WriteStartArray("referrals");
            foreach (var referral in referrals)
            {
                using var document = JsonDocument.Parse(Json.Format(referral));
                document.RootElement.WriteTo(writer);
            }
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        return bytes.ToArray();
    }
}
