using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Reseau.Referrals.V1;
using Reseau.Testing.Hosts;
using static Reseau.Referrals.V1.TimelineEntry.Types;
using static Reseau.Testing.Contracts.EveryMethod;

namespace Reseau.Referrals.Tests.Rpc;

public sealed class WritingNotes(ReferralsHost host) : IClassFixture<ReferralsHost>
{
    [Fact]
    public async Task A_shared_note_reaches_the_other_side_and_moves_nothing()
    {
        var (ccas, caf, sent) = await SentAsync();

        var noted = await caf.AddNoteAsync(Note(sent.Name, "La personne préfère le matin.", Visibility.Shared));

        Assert.Equal((Referral.Types.State.Submitted, sent.UpdateTime), (noted.State, noted.UpdateTime));
        var entry = (await ccas.GetReferralAsync(new() { Name = sent.Name })).Timeline[^1];
        Assert.Equal(("referral-noted", "La personne préfère le matin.", Visibility.Shared, "institutions/caf-35"), (entry.Type, entry.Message, entry.Visibility, entry.Institution));
    }

    [Fact]
    public async Task Of_an_internal_note_the_other_side_sees_nothing()
    {
        var (ccas, caf, sent) = await SentAsync();
        var before = await ccas.GetReferralAsync(new() { Name = sent.Name });
        var (linesBefore, countsBefore) = await ListAsync(ccas, sent.Name);

        await caf.AddNoteAsync(Note(sent.Name, "Dossier à regarder avec Karim.", Visibility.Internal));

        Assert.Equal(before, await ccas.GetReferralAsync(new() { Name = sent.Name }));
        var (lines, counts) = await ListAsync(ccas, sent.Name);
        Assert.Equal((linesBefore, countsBefore), (lines, counts));
        Assert.Equal(["referral-submitted"], await WatchedAsync(ccas, sent.Name));
        Assert.Equal(["referral-submitted", "referral-noted"], await WatchedAsync(caf, sent.Name));
        var own = (await caf.GetReferralAsync(new() { Name = sent.Name })).Timeline[^1];
        Assert.Equal(("Dossier à regarder avec Karim.", Visibility.Internal), (own.Message, own.Visibility));
    }

    [Fact]
    public async Task An_internal_note_makes_nobodys_page_stale()
    {
        var (ccas, caf, sent) = await SentAsync();
        await ccas.AddNoteAsync(Note(sent.Name, "Rappeler la personne lundi.", Visibility.Internal));

        var accepted = await caf.AcceptReferralAsync(new() { Name = sent.Name, Etag = sent.Etag, RequestId = NewId() });

        Assert.Equal(Referral.Types.State.Accepted, accepted.State);
        Assert.Equal(["referral-submitted", "referral-accepted"], accepted.Timeline.Select(entry => entry.Type));
        Assert.Equal(["referral-submitted", "referral-noted", "referral-accepted"], (await ccas.GetReferralAsync(new() { Name = sent.Name })).Timeline.Select(entry => entry.Type));
    }

    [Fact]
    public async Task A_note_sent_twice_is_written_once()
    {
        var (_, caf, sent) = await SentAsync();
        var note = Note(sent.Name, "La personne préfère le matin.", Visibility.Shared);

        var first = await caf.AddNoteAsync(note);

        Assert.Equal(first, await caf.AddNoteAsync(note));
        Assert.Single(first.Timeline, entry => entry.Type == "referral-noted");
    }

    [Fact]
    public async Task A_note_says_who_may_read_it_and_contains_no_social_security_number()
    {
        var (_, caf, sent) = await SentAsync();

        var refused = await Assert.ThrowsAsync<RpcException>(async () => await caf.AddNoteAsync(Note(sent.Name, "Son numéro est 2 85 05 78 006 084 91.", Visibility.Unspecified)));

        Assert.Equal("INVALID_REQUEST", ErrorInfoOf(refused).Reason);
        Assert.Equal(["text", "visibility"], DetailOf<Google.Rpc.BadRequest>(refused).FieldViolations.Select(violation => violation.Field).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_closed_referral_is_corrected_and_keeps_what_was_said_before()
    {
        var (ccas, caf, sent) = await SentAsync();
        await caf.AcceptReferralAsync(new() { Name = sent.Name, RequestId = NewId() });
        await caf.CompleteReferralAsync(new() { Name = sent.Name, RequestId = NewId(), Outcome = Referral.Types.Outcome.Served });
        await RefusedAsync(() => caf.AddNoteAsync(Note(sent.Name, "Trop tard.", Visibility.Shared)), "REFERRAL_TRANSITION_NOT_ALLOWED");
        await RefusedAsync(() => ccas.CorrectRecordAsync(new() { Name = sent.Name, RequestId = NewId(), Message = "Non.", Reasons = { "hors-territoire" } }), "CORRECTION_DOES_NOT_FIT");

        var corrected = await ccas.CorrectRecordAsync(
            new() { Name = sent.Name, RequestId = NewId(), Outcome = Referral.Types.Outcome.PartlyServed, Message = "Il manquait l'attestation." });

        Assert.Equal((Referral.Types.State.Completed, Referral.Types.Outcome.PartlyServed), (corrected.State, corrected.Outcome));
        var file = await caf.GetReferralAsync(new() { Name = sent.Name });
        Assert.Equal(["referral-submitted", "referral-accepted", "referral-completed", "referral-corrected"], file.Timeline.Select(entry => entry.Type));
        Assert.Equal("Il manquait l'attestation.", file.Timeline[^1].Message);
        Assert.Equal(Reseau.Referrals.Domain.Outcome.PartlyServed, await host.ReadAsync(db => db.Figures.Where(row => row.Name == sent.Name).Select(row => row.Outcome).SingleAsync()));
    }

    private async Task<(ReferralsService.ReferralsServiceClient Ccas, ReferralsService.ReferralsServiceClient Caf, Referral Sent)> SentAsync()
    {
        var (ccas, caf) = (await host.ClientAsync("si-ccas-rennes"), await host.ClientAsync("si-caf-35"));
        return (ccas, caf, await ccas.SubmitReferralAsync(ReferralsHost.Submission(await host.KnowsServiceOfAsync("caf-35"))));
    }

    private static AddNoteRequest Note(string name, string text, Visibility visibility) => new() { Name = name, RequestId = NewId(), Text = text, Visibility = visibility };

    private static async Task<(Referral Line, string Counts)> ListAsync(ReferralsService.ReferralsServiceClient client, string name)
    {
        var page = await client.ListReferralsAsync(new() { PageSize = 200 });
        return (page.Referrals.Single(referral => referral.Name == name), page.Counts.ToString());
    }

    private static async Task<List<string>> WatchedAsync(ReferralsService.ReferralsServiceClient client, string name)
    {
        using var watch = client.WatchReferrals(new());
        var seen = new List<string>();
        while (await watch.ResponseStream.MoveNext(CancellationToken.None) && watch.ResponseStream.Current.Change is { } change)
        {
            if (change.Stream == name) seen.Add(change.Type);
        }
        return seen;
    }

    private static async Task RefusedAsync(Func<AsyncUnaryCall<Referral>> call, string reason)
    {
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await call());
        Assert.Equal(reason, ErrorInfoOf(refused).Reason);
    }

    private static string NewId() => Guid.NewGuid().ToString();
}
