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
        ReferralStore store, IDbContextFactory<ReferralsDb> databases, Contract.Referral asked, string institution, DateTimeOffset now, CancellationToken cancellation)
    {
        var found = new Dictionary<string, Contract.Referral>(StringComparer.Ordinal) { [asked.Name] = asked };
        // Once erased there is nobody to recognise. What is only written down is kept of the person, too.
        foreach (var list in asked.ErasedTime is null ? (Worklist[])[Worklist.All, Worklist.SentDrafts] : [])
            await CollectAsync(found, list, store, databases, asked, institution, now, cancellation);

        // Lists show one line for a person who was passed on: the others are of the same person.
        foreach (var name in found.Values.SelectMany(file => file.Chain).Select(link => link.Referral).Where(name => name.Length > 0 && !found.ContainsKey(name)).Distinct(StringComparer.Ordinal).ToList())
        {
            if (await FindAsync(store, name, institution, cancellation) is { } file) found.Add(name, file);
        }
        return [.. found.Values];
    }

    private static async Task CollectAsync(
        Dictionary<string, Contract.Referral> found, Worklist list, ReferralStore store, IDbContextFactory<ReferralsDb> databases, Contract.Referral asked,
        string institution, DateTimeOffset now, CancellationToken cancellation)
    {
        WorklistPosition? after = null;
        for (var more = true; more; more = after is not null)
        {
            await using var db = await databases.CreateDbContextAsync(cancellation);
            var page = await WorklistPages.ReadAsync(db, new(institution, list, WorklistFilter.None, now), after, PageSize, cancellation);
            var persons = await ReferralStore.BeneficiariesAsync(db, [.. page.Rows.Select(row => row.Name)], cancellation);
            foreach (var row in page.Rows.Where(row => persons.TryGetValue(row.Name, out var person) && SamePerson.HasNamesOf(person, asked.Beneficiary)))
            {
                // Compared as the institution may see it: what it may not know does not betray itself by a match.
                if (await FindAsync(store, row.Name, institution, cancellation) is { } file && SamePerson.Is(file.Beneficiary, asked.Beneficiary)) found.TryAdd(file.Name, file);
            }
            after = page.Next;
        }
    }

    private static async Task<Contract.Referral?> FindAsync(ReferralStore store, string name, string institution, CancellationToken cancellation) =>
        await store.FindAsync(name, long.MaxValue, cancellation) is { } stored && stored.Referral.SideOf(institution) is { } side ? ReferralMapper.ToMessage(stored, side) : null;

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
