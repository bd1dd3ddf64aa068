using Google.Rpc;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Reseau.Access.V1;
using Reseau.Hosting.Log;
using Reseau.Kernel.Calendar;
using Reseau.Referrals.Domain;
using Reseau.Referrals.Rpc;
using Reseau.Referrals.V1;
using Reseau.Referrals.Views;
using Reseau.Testing.Databases;
using Reseau.Testing.Hosts;
using static Reseau.Testing.Contracts.EveryMethod;
using Agreed = Reseau.Referrals.Domain.Consent;
using Consent = Reseau.Referrals.V1.Consent;
using Referral = Reseau.Referrals.V1.Referral;
using State = Reseau.Referrals.V1.Referral.Types.State;
using Worklist = Reseau.Referrals.V1.ListReferralsRequest.Types.Worklist;

namespace Reseau.Referrals.Tests.Rpc;

public sealed class DraftingAReferral
{
    private const string Ccas = "si-ccas-rennes";
    private const string Caf = "si-caf-35";

    [Theory, OnEveryProvider]
    public async Task What_is_written_step_by_step_is_kept_and_then_sent(DatabaseProvider provider)
    {
        await using var network = await NetworkAsync(provider);
        var (ccas, caf) = (await network.ClientAsync(Ccas), await network.ClientAsync(Caf));
        var service = await network.KnowsServiceOfAsync("caf-35");
        var whole = ReferralsHost.Submission(service).Referral;

        var begun = await ccas.SaveDraftAsync(new() { RequestId = NewId(), Referral = new() { Theme = whole.Theme, Beneficiary = new() { Commune = "35238" } } });
        Assert.Equal((State.Draft, Referral.Types.NationalStatus.Unspecified, "", ""), (begun.State, begun.NationalStatus, begun.Service, begun.Recipient));
        Assert.Equal([Referral.Types.Action.Save, Referral.Types.Action.Submit, Referral.Types.Action.Discard], begun.PossibleActions);
        Assert.Empty(begun.Timeline);

        var saved = await ccas.SaveDraftAsync(new() { Name = begun.Name, Etag = begun.Etag, RequestId = NewId(), Referral = whole });
        Assert.Equal((begun.Name, begun.CreateTime, service, "Aide aux démarches"), (saved.Name, saved.CreateTime, saved.Service, saved.ServiceDisplayName));
        var read = await ccas.GetReferralAsync(new() { Name = begun.Name });
        Assert.Equal(saved, read);
        Assert.Equal((whole.Need, whole.Beneficiary.GivenName, whole.Consent), (read.Need, read.Beneficiary.GivenName, read.Consent));

        var sent = await ccas.SubmitDraftAsync(new() { Name = read.Name, Etag = read.Etag, RequestId = NewId() });
        Assert.Equal((State.Submitted, "institutions/caf-35"), (sent.State, sent.Recipient));
        var received = await caf.GetReferralAsync(new() { Name = read.Name });
        Assert.Equal((whole.Need, "Maëlle", "0261910002"), (received.Need, received.Beneficiary.GivenName, received.Beneficiary.Phone));
        Assert.Equal(["referral-submitted"], received.Timeline.Select(entry => entry.Type));
        Assert.Equal(received.Timeline, sent.Timeline);
        Assert.NotNull(received.AnswerDueTime);
        Assert.Null((await network.Services.GetRequiredService<LogVerifier<ReferralsDb>>().VerifyAsync(null, CancellationToken.None)).FirstAltered);
    }

    [Theory, OnEveryProvider]
    public async Task Nobody_but_its_sender_ever_learns_of_it(DatabaseProvider provider)
    {
        await using var network = await NetworkAsync(provider);
        var (ccas, caf) = (await network.ClientAsync(Ccas), await network.ClientAsync(Caf));
        var service = await network.KnowsServiceOfAsync("caf-35");
        var draft = await SavedAsync(ccas, service);
        var thrown = await SavedAsync(ccas, service);
        await ccas.DiscardDraftAsync(new() { Name = thrown.Name, Etag = thrown.Etag, RequestId = NewId() });

        foreach (var name in (string[])[draft.Name, thrown.Name])
        {
            await RefusedAsync(() => caf.GetReferralAsync(new() { Name = name }), StatusCode.PermissionDenied, "NOT_ALLOWED");
            await RefusedAsync(() => caf.SaveDraftAsync(new() { Name = name, RequestId = NewId(), Referral = new() }), StatusCode.PermissionDenied, "NOT_ALLOWED");
            await RefusedAsync(() => caf.SubmitDraftAsync(new() { Name = name, RequestId = NewId() }), StatusCode.PermissionDenied, "NOT_ALLOWED");
            await RefusedAsync(() => caf.DiscardDraftAsync(new() { Name = name, RequestId = NewId() }), StatusCode.PermissionDenied, "NOT_ALLOWED");
            await RefusedAsync(() => caf.AcceptReferralAsync(new() { Name = name, RequestId = NewId() }), StatusCode.PermissionDenied, "NOT_ALLOWED");
        }
        foreach (var list in Enum.GetValues<Worklist>()) Assert.Empty((await caf.ListReferralsAsync(new() { Worklist = list })).Referrals);
        Assert.Empty((await caf.ListReferralsAsync(new())).Counts);
        Assert.Empty(await HeardAsync(caf));
        Assert.Equal(["referral-drafted", "referral-drafted", "draft-discarded"], await HeardAsync(ccas));
        Assert.Equal((0, 0, 0), await network.ReadAsync(async db => (await db.Timers.CountAsync(), await db.Figures.CountAsync(), await db.Deliveries.CountAsync())));
        // Not even the topic says where it may go.
        var told = await network.Services.GetRequiredService<LogReader<ReferralsDb>>().ReadAfterAsync(0, null, CancellationToken.None);
        Assert.All(told, recorded => Assert.DoesNotContain(service, new ReferralsLog().ToChange(recorded).ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_of_the_person_is_in_the_log_and_nothing_lies_in_clear()
    {
        await using var network = await NetworkAsync(DatabaseProvider.Sqlite);
        var ccas = await network.ClientAsync(Ccas);
        var draft = await SavedAsync(ccas, await network.KnowsServiceOfAsync("caf-35"));

        var (bodies, parts) = await network.ReadAsync(async db => (await db.Events.Select(e => e.Body).ToListAsync(), await db.PersonalParts.ToListAsync()));
        Assert.All(bodies, body => Assert.DoesNotContain("Maëlle", body, StringComparison.Ordinal));
        Assert.All(parts, part => Assert.Equal(-1, part.Sealed.AsSpan().IndexOf("Exemple"u8)));
        Assert.Equal([draft.Name], parts.Select(part => part.Subject));
    }

    [Fact]
    public async Task Thrown_away_it_is_erased_and_on_no_list()
    {
        await using var network = await NetworkAsync(DatabaseProvider.Sqlite);
        var ccas = await network.ClientAsync(Ccas);
        var draft = await SavedAsync(ccas, await network.KnowsServiceOfAsync("caf-35"));
        Assert.Equal((draft.Name, "Maëlle", draft.Etag), await OnlyDraftAsync(ccas));
        var request = new DiscardDraftRequest { Name = draft.Name, Etag = draft.Etag, RequestId = NewId() };

        var discarded = await ccas.DiscardDraftAsync(request);
        Assert.Equal(discarded, await ccas.DiscardDraftAsync(request));
        Assert.Equal(discarded, await ccas.DiscardDraftAsync(new() { Name = draft.Name, RequestId = NewId() }));

        Assert.Equal((State.Voided, "", new Beneficiary(), new Consent()), (discarded.State, discarded.Need, discarded.Beneficiary, discarded.Consent));
        Assert.NotNull(discarded.ErasedTime);
        Assert.Empty(discarded.PossibleActions);
        foreach (var list in Enum.GetValues<Worklist>()) Assert.Empty((await ccas.ListReferralsAsync(new() { Worklist = list })).Referrals);
        Assert.Equal((0, 0), await network.ReadAsync(async db => (await db.PersonalKeys.CountAsync(), await db.PersonalParts.CountAsync())));
        await RefusedAsync(() => ccas.SubmitDraftAsync(new() { Name = draft.Name, RequestId = NewId() }), StatusCode.FailedPrecondition, "REFERRAL_ERASED");
    }

    [Fact]
    public async Task Drafts_are_counted_on_their_own_list_and_on_no_other()
    {
        await using var network = await NetworkAsync(DatabaseProvider.Sqlite);
        var ccas = await network.ClientAsync(Ccas);
        var service = await network.KnowsServiceOfAsync("caf-35");
        await SavedAsync(ccas, service);
        var sent = await SavedAsync(ccas, service);
        await ccas.SubmitDraftAsync(new() { Name = sent.Name, RequestId = NewId() });

        var page = await ccas.ListReferralsAsync(new());
        Assert.Equal([sent.Name], page.Referrals.Select(referral => referral.Name));
        Assert.Equal([(Worklist.SentUnanswered, 1), (Worklist.SentDrafts, 1)], page.Counts.Select(count => (count.Worklist, count.Count)));
        await network.Services.GetRequiredService<ViewRebuilder<ReferralsDb>>().RebuildAsync(null, CancellationToken.None);
        Assert.Equal(page, await ccas.ListReferralsAsync(new()));
    }

    [Fact]
    public async Task A_page_that_is_old_overwrites_nothing()
    {
        await using var network = await NetworkAsync(DatabaseProvider.Sqlite);
        var ccas = await network.ClientAsync(Ccas);
        var old = await SavedAsync(ccas, await network.KnowsServiceOfAsync("caf-35"));
        var again = new SaveDraftRequest { Name = old.Name, Etag = old.Etag, RequestId = NewId(), Referral = new() { Need = "Autre chose." } };
        var now = await ccas.SaveDraftAsync(again);

        await RefusedAsync(() => ccas.SaveDraftAsync(new() { Name = old.Name, Etag = old.Etag, RequestId = NewId(), Referral = new() }), StatusCode.Aborted, "STALE_ETAG");
        await RefusedAsync(() => ccas.SubmitDraftAsync(new() { Name = old.Name, Etag = old.Etag, RequestId = NewId() }), StatusCode.Aborted, "STALE_ETAG");
        await RefusedAsync(() => ccas.DiscardDraftAsync(new() { Name = old.Name, Etag = old.Etag, RequestId = NewId() }), StatusCode.Aborted, "STALE_ETAG");

        Assert.Equal(now, await ccas.SaveDraftAsync(again));
        Assert.Equal("Autre chose.", (await ccas.GetReferralAsync(new() { Name = old.Name })).Need);
    }

    [Fact]
    public async Task What_was_asked_of_one_service_sends_nobody_to_another()
    {
        await using var network = await NetworkAsync(DatabaseProvider.Sqlite);
        var ccas = await network.ClientAsync(Ccas);
        var (first, second) = (await network.KnowsServiceOfAsync("caf-35"), await network.KnowsServiceOfAsync("departement-35"));
        var draft = await SavedAsync(ccas, first);
        var today = FrenchDay.Of(DateTimeOffset.UtcNow);

        var asked = await network.Services.GetRequiredService<SendingRules>().AskForDraftAsync(draft.Name, new("agent", "ccas-rennes", new HashSet<Role>()), today, CancellationToken.None);
        var before = await SendAsync(asked);
        // Somebody chooses another one before the transaction begins.
        await ccas.SaveDraftAsync(new() { Name = draft.Name, Etag = draft.Etag, RequestId = NewId(), Referral = ReferralsHost.Submission(second).Referral });

        Assert.Equal((first, "caf-35", (Kernel.Refusal?)null), (asked.Service, asked.Target?.Institution, before.Refusal));
        Assert.Equal("STALE_ETAG", (await SendAsync(asked)).Refusal?.Reason);

        async Task<Kernel.Decision<ReferralEvent>> SendAsync(SendingTerms terms)
        {
            var history = await network.Services.GetRequiredService<LogReader<ReferralsDb>>().ReadStreamAsync(draft.Name, long.MaxValue, CancellationToken.None);
            var consent = new Agreed(ConsentChannel.Oral, today, Agreed.DefaultEnd(today), Agreed.AllFields);
            return ReferralDecider.Move(ReferralStore.Fold(draft.Name, history)!, new(Side.Sender, ReferralAction.Submit, DateTimeOffset.UtcNow) { Sending = new(terms.Target, draft.Theme, consent, terms) });
        }
    }

    [Fact]
    public async Task Sent_twice_it_is_one_referral_and_once_it_is_answered_it_is_no_draft()
    {
        await using var network = await NetworkAsync(DatabaseProvider.Sqlite);
        var (ccas, caf) = (await network.ClientAsync(Ccas), await network.ClientAsync(Caf));
        var draft = await SavedAsync(ccas, await network.KnowsServiceOfAsync("caf-35"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ => await ccas.SubmitDraftAsync(new() { Name = draft.Name, Etag = draft.Etag, RequestId = NewId() })));

        Assert.All(answers, answer => Assert.Equal(answers[0], answer));
        Assert.Single((await caf.ListReferralsAsync(new())).Referrals);
        await caf.AcceptReferralAsync(new() { Name = draft.Name, RequestId = NewId() });
        foreach (var late in (Func<AsyncUnaryCall<Referral>>[])
        [
            () => ccas.SubmitDraftAsync(new() { Name = draft.Name, RequestId = NewId() }),
            () => ccas.SaveDraftAsync(new() { Name = draft.Name, RequestId = NewId(), Referral = new() }),
            () => ccas.DiscardDraftAsync(new() { Name = draft.Name, RequestId = NewId() }),
        ]) await RefusedAsync(late, StatusCode.FailedPrecondition, "REFERRAL_TRANSITION_NOT_ALLOWED");
    }

    [Fact]
    public async Task What_is_missing_is_named_and_the_draft_stays_as_it_was()
    {
        await using var network = await NetworkAsync(DatabaseProvider.Sqlite);
        var ccas = await network.ClientAsync(Ccas);
        var draft = await ccas.SaveDraftAsync(new()
        {
            RequestId = NewId(), Referral = new() { Beneficiary = new() { GivenName = "Zoé", Phone = "12" }, Consent = new() { Given = true } },
        });

        var refused = await RefusedAsync(() => ccas.SubmitDraftAsync(new() { Name = draft.Name, RequestId = NewId() }), StatusCode.InvalidArgument, "INVALID_REQUEST");

        Assert.Equal(
            ["referral.beneficiary.family_name", "referral.beneficiary.phone", "referral.consent.channel", "referral.need", "referral.service", "referral.theme"],
            DetailOf<BadRequest>(refused).FieldViolations.Select(violation => violation.Field).Order(StringComparer.Ordinal));
        Assert.Equal(draft, await ccas.GetReferralAsync(new() { Name = draft.Name }));
    }

    [Fact]
    public async Task Without_consent_a_draft_goes_nowhere()
    {
        await using var network = await NetworkAsync(DatabaseProvider.Sqlite);
        var ccas = await network.ClientAsync(Ccas);
        foreach (var (change, reason) in ((Action<Referral>, string)[])
        [
            (r => r.Consent = null, "CONSENT_MISSING"),
            (r => r.Consent.Given = false, "CONSENT_MISSING"),
            (r => r.Consent.ValidUntil = new() { Year = 2020, Month = 1, Day = 1 }, "CONSENT_NOT_VALID"),
            (r => r.Consent.SharedFields.Add("contact"), "CONSENT_NOT_VALID"),
            (r => r.Consent.Recipients.Add("services/another"), "CONSENT_NOT_FOR_RECIPIENT"),
        ])
        {
            var referral = ReferralsHost.Submission(await network.KnowsServiceOfAsync("caf-35")).Referral;
            change(referral);
            var draft = await ccas.SaveDraftAsync(new() { RequestId = NewId(), Referral = referral });

            await RefusedAsync(() => ccas.SubmitDraftAsync(new() { Name = draft.Name, RequestId = NewId() }), StatusCode.FailedPrecondition, reason);
            Assert.Equal(State.Draft, (await ccas.GetReferralAsync(new() { Name = draft.Name })).State);
        }
    }

    [Fact]
    public async Task A_draft_takes_neither_note_nor_document_nor_move()
    {
        await using var network = await NetworkAsync(DatabaseProvider.Sqlite);
        var ccas = await network.ClientAsync(Ccas);
        var draft = await SavedAsync(ccas, await network.KnowsServiceOfAsync("caf-35"));

        const string no = "REFERRAL_TRANSITION_NOT_ALLOWED";
        await RefusedAsync(() => ccas.AddNoteAsync(new() { Name = draft.Name, RequestId = NewId(), Text = "Bonjour", Visibility = TimelineEntry.Types.Visibility.Internal }), StatusCode.FailedPrecondition, no);
        await RefusedAsync(() => ccas.WithdrawConsentAsync(new() { Name = draft.Name, RequestId = NewId() }), StatusCode.FailedPrecondition, no);
        await RefusedAsync(() => ccas.VoidReferralAsync(new() { Name = draft.Name, RequestId = NewId() }), StatusCode.FailedPrecondition, no);
        await RefusedAsync(() => ccas.CancelReferralAsync(new() { Name = draft.Name, RequestId = NewId() }), StatusCode.FailedPrecondition, no);
        var service = await network.KnowsServiceOfAsync("departement-35");
        await RefusedAsync(() => ccas.RedirectReferralAsync(new() { Name = draft.Name, RequestId = NewId(), Service = service }), StatusCode.FailedPrecondition, no);
    }

    [Fact]
    public async Task A_persons_file_holds_what_is_only_written_too()
    {
        await using var network = await NetworkAsync(DatabaseProvider.Sqlite);
        var ccas = await network.ClientAsync(Ccas);
        var service = await network.KnowsServiceOfAsync("caf-35");
        var (draft, sent) = (await SavedAsync(ccas, service), await ccas.SubmitReferralAsync(ReferralsHost.Submission(service)));

        using var call = ccas.ExportPerson(new() { Name = sent.Name });
        var file = "";
        while (await call.ResponseStream.MoveNext(CancellationToken.None)) file += call.ResponseStream.Current.Content.ToStringUtf8();

        Assert.Contains(draft.Name, file, StringComparison.Ordinal);
        Assert.Contains(sent.Name, file, StringComparison.Ordinal);
    }

    private static async Task<Referral> SavedAsync(ReferralsService.ReferralsServiceClient client, string service)
    {
        var referral = ReferralsHost.Submission(service).Referral;
        referral.Beneficiary.Phone = "0261910002";
        return await client.SaveDraftAsync(new() { RequestId = NewId(), Referral = referral });
    }

    private static async Task<(string Name, string GivenName, string Etag)> OnlyDraftAsync(ReferralsService.ReferralsServiceClient client)
    {
        var draft = Assert.Single((await client.ListReferralsAsync(new() { Worklist = Worklist.SentDrafts })).Referrals);
        return (draft.Name, draft.Beneficiary.GivenName, draft.Etag);
    }

    private static async Task<List<string>> HeardAsync(ReferralsService.ReferralsServiceClient client)
    {
        using var watch = client.WatchReferrals(new());
        var heard = new List<string>();
        while (await watch.ResponseStream.MoveNext(CancellationToken.None) && watch.ResponseStream.Current.Change is { } change) heard.Add(change.Type);
        return heard;
    }

    private static async Task<RpcException> RefusedAsync(Func<AsyncUnaryCall<Referral>> call, StatusCode code, string reason)
    {
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await call());
        Assert.Equal((code, reason), (refused.StatusCode, ErrorInfoOf(refused).Reason));
        return refused;
    }

    private static async Task<ReferralsHost> NetworkAsync(DatabaseProvider provider)
    {
        var host = new ReferralsHost { Provider = provider };
        await host.InitializeAsync();
        return host;
    }

    private static string NewId() => Guid.NewGuid().ToString();
}
