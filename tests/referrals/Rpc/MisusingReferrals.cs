using Google.Rpc;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Reseau.Events.V1;
using Reseau.Hosting.Contracts;
using Reseau.Kernel.Calendar;
using Reseau.Referrals.Subscriptions;
using Reseau.Referrals.V1;
using Reseau.Testing.Hosts;
using static Reseau.Testing.Contracts.EveryMethod;
using Outcome = Reseau.Referrals.V1.Referral.Types.Outcome;
using State = Reseau.Referrals.V1.Referral.Types.State;

namespace Reseau.Referrals.Tests.Rpc;

/// <summary>What people and programs get wrong, each with the one answer it has. Others stand with their subject: lying documents in JoiningDocuments, who answers at once in ExchangingAReferral.</summary>
public sealed class MisusingReferrals(ReferralsHost host) : IClassFixture<ReferralsHost>
{
    private const string Ccas = "si-ccas-rennes";
    private const string Caf = "si-caf-35";
    private const string Long = "Une phrase de plus. ";

    [Fact]
    public async Task Nobody_is_sent_to_ones_own_institution_directly_by_a_draft_or_by_a_redirection()
    {
        var (ccas, caf) = (await host.ClientAsync(Ccas), await host.ClientAsync(Caf));
        var (own, theirs, theirOther) = (await host.KnowsServiceOfAsync("ccas-rennes"), await host.KnowsServiceOfAsync("caf-35"), await host.KnowsServiceOfAsync("caf-35"));

        await RefusedAsync(() => ccas.SubmitReferralAsync(ReferralsHost.Submission(own)), StatusCode.FailedPrecondition, "REFERRAL_TO_SELF");
        var draft = await ccas.SaveDraftAsync(new() { RequestId = NewId(), Referral = ReferralsHost.Submission(own).Referral });
        await RefusedAsync(() => ccas.SubmitDraftAsync(new() { Name = draft.Name, RequestId = NewId() }), StatusCode.FailedPrecondition, "REFERRAL_TO_SELF");
        var sent = await ccas.SubmitReferralAsync(ReferralsHost.Submission(theirs));
        await RefusedAsync(
            () => caf.RedirectReferralAsync(new() { Name = sent.Name, RequestId = NewId(), Service = theirOther, Reasons = { "plus-de-place" } }),
            StatusCode.FailedPrecondition, "REFERRAL_TO_SELF");
    }

    [Fact]
    public async Task Whoever_sent_it_for_one_side_does_not_answer_it_for_the_other()
    {
        var (ccas, karim) = (await host.ClientAsync(Ccas), await host.ClientAsync("karim.caf"));
        var service = await host.KnowsServiceOfAsync("caf-35");
        var (sent, elsewhere) = (await ccas.SubmitReferralAsync(ReferralsHost.Submission(service)), await host.KnowsServiceOfAsync("departement-35"));
        await karim.AcknowledgeReferralAsync(new() { Name = sent.Name, RequestId = NewId() });
        // As if Karim had an account in both houses, and had sent it from the other one.
        await host.ReadAsync(async db =>
        {
            var his = await db.Events.Where(e => e.Stream == sent.Name && e.Type == "referral-acknowledged").Select(e => e.Actor).SingleAsync();
            return await db.Events.Where(e => e.Stream == sent.Name && e.Type == "referral-submitted").ExecuteUpdateAsync(e => e.SetProperty(row => row.Actor, his));
        });

        await RefusedAsync(() => karim.AcceptReferralAsync(new() { Name = sent.Name, RequestId = NewId() }), StatusCode.FailedPrecondition, "SAME_PROFESSIONAL");
        await RefusedAsync(
            () => karim.RedirectReferralAsync(new() { Name = sent.Name, RequestId = NewId(), Service = elsewhere, Reasons = { "plus-de-place" } }),
            StatusCode.FailedPrecondition, "SAME_PROFESSIONAL");
        // The person's word counts whoever hears it, and a colleague answers.
        await karim.AddNoteAsync(new() { Name = sent.Name, RequestId = NewId(), Text = "Vue ce matin.", Visibility = TimelineEntry.Types.Visibility.Shared });
        Assert.Equal(State.Accepted, (await (await host.ClientAsync(Caf)).AcceptReferralAsync(new() { Name = sent.Name, RequestId = NewId() })).State);
        Assert.Equal(State.Cancelled, (await karim.WithdrawConsentAsync(new() { Name = sent.Name, RequestId = NewId() })).State);
    }

    [Fact]
    public async Task An_archived_service_takes_nobody_and_a_closed_one_nobody_until_it_opens()
    {
        var ccas = await host.ClientAsync(Ccas);
        var service = await host.KnowsServiceOfAsync("caf-35");
        var today = FrenchDay.Of(DateTimeOffset.UtcNow);
        var draft = await ccas.SaveDraftAsync(new() { RequestId = NewId(), Referral = ReferralsHost.Submission(service).Referral });

        await HearAsync(Said(service, "CLOSED", today));
        var refused = await RefusedAsync(() => ccas.SubmitReferralAsync(ReferralsHost.Submission(service)), StatusCode.FailedPrecondition, "SERVICE_CLOSED");
        Assert.Equal((service, today.ToString("O", System.Globalization.CultureInfo.InvariantCulture)), (ErrorInfoOf(refused).Metadata["service"], ErrorInfoOf(refused).Metadata["until_date"]));
        await RefusedAsync(() => ccas.SubmitDraftAsync(new() { Name = draft.Name, RequestId = NewId() }), StatusCode.FailedPrecondition, "SERVICE_CLOSED");

        foreach (var open in (Change[])[Said(service, "CLOSED", today.AddDays(-1)), Said(service, "WAITING_LIST", today.AddDays(9)), Said(service, "OPEN", null)])
        {
            await HearAsync(open);
            Assert.Equal(State.Submitted, (await ccas.SubmitReferralAsync(ReferralsHost.Submission(service))).State);
        }
        await HearAsync(new Change { Stream = service, ServiceArchived = new() });
        await RefusedAsync(() => ccas.SubmitReferralAsync(ReferralsHost.Submission(service)), StatusCode.FailedPrecondition, "SERVICE_TAKES_NO_REFERRALS");
    }

    [Fact]
    public async Task Who_has_left_the_network_is_sent_nobody_and_sends_nobody_until_they_are_back()
    {
        var ccas = await host.ClientAsync(Ccas);
        var recipient = $"relais-{Guid.NewGuid():N}";
        var service = await host.KnowsServiceOfAsync(recipient);
        var draft = await ccas.SaveDraftAsync(new() { RequestId = NewId(), Referral = ReferralsHost.Submission(service).Referral });
        var waiting = await ccas.SubmitReferralAsync(ReferralsHost.Submission(service));

        await HearAsync(Moved(recipient, InstitutionStates.Archived), Moved(recipient, InstitutionStates.Archived));
        var refused = await RefusedAsync(() => ccas.SubmitReferralAsync(ReferralsHost.Submission(service)), StatusCode.FailedPrecondition, "INSTITUTION_ARCHIVED");
        Assert.Equal((service, $"institutions/{recipient}"), (ErrorInfoOf(refused).Metadata["service"], ErrorInfoOf(refused).Metadata["institution"]));
        await RefusedAsync(() => ccas.SubmitDraftAsync(new() { Name = draft.Name, RequestId = NewId() }), StatusCode.FailedPrecondition, "INSTITUTION_ARCHIVED");
        // Who waits there is not forgotten: the sender takes them back, and sends them elsewhere.
        Assert.Equal(State.Cancelled, (await ccas.CancelReferralAsync(new() { Name = waiting.Name, RequestId = NewId() })).State);

        await HearAsync(Moved(recipient, InstitutionStates.Present));
        Assert.Equal(State.Submitted, (await ccas.SubmitReferralAsync(ReferralsHost.Submission(service))).State);
    }

    [Fact]
    public async Task Who_has_neither_telephone_nor_email_is_not_asked_for_an_SMS()
    {
        var ccas = await host.ClientAsync(Ccas);
        var request = ReferralsHost.Submission(await host.KnowsServiceOfAsync("caf-35"));
        (request.Referral.Beneficiary.Phone, request.Referral.Beneficiary.ContactDetails) = ("", "Par sa fille, le matin");
        request.Referral.Consent = new() { Given = true, Channel = Consent.Types.Channel.Sms, SmsConfirmation = "sms-4711" };

        var refused = await RefusedAsync(() => ccas.SubmitReferralAsync(request), StatusCode.InvalidArgument, "INVALID_REQUEST");
        Assert.Equal(["CONSENT_SMS_WITHOUT_PHONE"], DetailOf<BadRequest>(refused).FieldViolations.Select(violation => violation.Reason));

        // Said aloud, it counts: nobody needs a telephone to be helped.
        (request.Referral.Consent, request.RequestId) = (new() { Given = true, Channel = Consent.Types.Channel.Oral, Witness = "Claire" }, NewId());
        Assert.Equal(State.Submitted, (await ccas.SubmitReferralAsync(request)).State);
    }

    [Fact]
    public async Task Two_people_who_share_an_email_stay_two()
    {
        var ccas = await host.ClientAsync("si-mission-locale-rennes");
        var service = await host.KnowsServiceOfAsync("caf-35");
        var (anne, paul) = (await SentAsync("Anne"), await SentAsync("Paul"));

        Assert.NotEqual(anne, paul);
        using var call = ccas.ExportPerson(new() { Name = anne });
        var file = "";
        while (await call.ResponseStream.MoveNext(CancellationToken.None)) file += call.ResponseStream.Current.Content.ToStringUtf8();
        Assert.Contains(anne, file, StringComparison.Ordinal);
        Assert.DoesNotContain(paul, file, StringComparison.Ordinal);

        async Task<string> SentAsync(string givenName)
        {
            var request = ReferralsHost.Submission(service);
            (request.Referral.Beneficiary.GivenName, request.Referral.Beneficiary.Email, request.Referral.Beneficiary.Phone) = (givenName, "famille@exemple.fr", "");
            return (await ccas.SubmitReferralAsync(request)).Name;
        }
    }

    [Theory]
    [InlineData("Maëlle-Éléonore", "N’Guessan d’Œuvre")]
    [InlineData("José María", "O'Brien-Łukasiewicz")]
    [InlineData("👩🏽‍🦽 Zoé", "Nguyễn")]
    [InlineData("محمد", "李")]
    public async Task Names_arrive_as_they_are_written(string given, string family)
    {
        var (ccas, caf) = (await host.ClientAsync(Ccas), await host.ClientAsync(Caf));
        var request = ReferralsHost.Submission(await host.KnowsServiceOfAsync("caf-35"));
        (request.Referral.Beneficiary.GivenName, request.Referral.Beneficiary.FamilyName, request.Referral.Need) = (given, family, $"{given} a besoin d’aide 🙂.");

        var sent = await ccas.SubmitReferralAsync(request);
        var read = await caf.GetReferralAsync(new() { Name = sent.Name });

        Assert.Equal((given.Normalize(), family.Normalize(), $"{given.Normalize()} a besoin d’aide 🙂."), (read.Beneficiary.GivenName, read.Beneficiary.FamilyName, read.Need));
    }

    [Fact]
    public async Task A_hundred_thousand_characters_are_refused_field_by_field_and_come_back_nowhere()
    {
        var ccas = await host.ClientAsync(Ccas);
        var text = string.Concat(Enumerable.Repeat(Long, 100_000 / Long.Length));
        var request = ReferralsHost.Submission(await host.KnowsServiceOfAsync("caf-35"));
        (request.Referral.Need, request.Referral.ReferrerContact) = (text, text);
        (request.Referral.Beneficiary.GivenName, request.Referral.Beneficiary.Email, request.Referral.Beneficiary.ContactDetails) = (text, text, text);

        foreach (var call in (Func<AsyncUnaryCall<Referral>>[])
            [() => ccas.SubmitReferralAsync(request), () => ccas.SaveDraftAsync(new() { RequestId = NewId(), Referral = request.Referral })])
        {
            var refused = await RefusedAsync(call, StatusCode.InvalidArgument, "INVALID_REQUEST");
            Assert.Superset(
                new HashSet<string> { "referral.need", "referral.referrer_contact", "referral.beneficiary.given_name", "referral.beneficiary.email", "referral.beneficiary.contact_details" },
                DetailOf<BadRequest>(refused).FieldViolations.Where(violation => violation.Reason == "TOO_LONG").Select(violation => violation.Field).ToHashSet());
            Assert.DoesNotContain(Long, StatusOf(refused).ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_version_that_is_old_is_refused_with_the_one_that_counts_and_changes_nothing()
    {
        var (ccas, caf) = (await host.ClientAsync(Ccas), await host.ClientAsync(Caf));
        var sent = await ccas.SubmitReferralAsync(ReferralsHost.Submission(await host.KnowsServiceOfAsync("caf-35")));
        var now = await caf.AcknowledgeReferralAsync(new() { Name = sent.Name, Etag = sent.Etag, RequestId = NewId() });

        foreach (var late in (Func<AsyncUnaryCall<Referral>>[])
        [
            () => caf.AcceptReferralAsync(new() { Name = sent.Name, Etag = sent.Etag, RequestId = NewId() }),
            () => caf.DeclineReferralAsync(new() { Name = sent.Name, Etag = sent.Etag, RequestId = NewId(), Reasons = { "plus-de-place" } }),
            () => ccas.RequestCancellationAsync(new() { Name = sent.Name, Etag = sent.Etag, RequestId = NewId(), Message = "Plus besoin." }),
        ])
        {
            var refused = await RefusedAsync(late, StatusCode.Aborted, "STALE_ETAG");
            Assert.Equal(now.Etag, ErrorInfoOf(refused).Metadata["etag"]);
        }
        Assert.Equal(State.Acknowledged, (await ccas.GetReferralAsync(new() { Name = sent.Name })).State);
    }

    [Fact]
    public async Task A_wish_to_stop_that_races_with_the_outcome_ends_with_the_outcome()
    {
        var (ccas, caf) = (await host.ClientAsync(Ccas), await host.ClientAsync(Caf));
        var service = await host.KnowsServiceOfAsync("caf-35");
        for (var race = 0; race < 20; race++)
        {
            var sent = await ccas.SubmitReferralAsync(ReferralsHost.Submission(service));
            await caf.AcceptReferralAsync(new() { Name = sent.Name, RequestId = NewId() });

            var stopping = TriedAsync(() => ccas.RequestCancellationAsync(new() { Name = sent.Name, RequestId = NewId(), Message = "Plus besoin." }));
            var ending = TriedAsync(() => caf.CompleteReferralAsync(new() { Name = sent.Name, RequestId = NewId(), Outcome = Outcome.Served }));
            Assert.Equal("", await ending);
            Assert.Contains(await stopping, (string[])["", "REFERRAL_TRANSITION_NOT_ALLOWED"]);

            var file = await ccas.GetReferralAsync(new() { Name = sent.Name });
            Assert.Equal((State.Completed, Outcome.Served), (file.State, file.Outcome));
        }
    }

    [Fact]
    public async Task A_cancellation_that_races_with_an_acceptance_leaves_one_winner()
    {
        var (ccas, caf) = (await host.ClientAsync(Ccas), await host.ClientAsync(Caf));
        var service = await host.KnowsServiceOfAsync("caf-35");
        for (var race = 0; race < 20; race++)
        {
            var sent = await ccas.SubmitReferralAsync(ReferralsHost.Submission(service));

            var answers = await Task.WhenAll(
                TriedAsync(() => ccas.CancelReferralAsync(new() { Name = sent.Name, RequestId = NewId() })),
                TriedAsync(() => caf.AcceptReferralAsync(new() { Name = sent.Name, RequestId = NewId() })));

            Assert.Equal(["", "REFERRAL_TRANSITION_NOT_ALLOWED"], answers.Order(StringComparer.Ordinal));
            Assert.Equal(answers[0].Length == 0 ? State.Cancelled : State.Accepted, (await ccas.GetReferralAsync(new() { Name = sent.Name })).State);
        }
    }

    private static async Task<string> TriedAsync(Func<AsyncUnaryCall<Referral>> call)
    {
        try
        {
            await call();
            return "";
        }
        catch (RpcException refused)
        {
            return ErrorInfoOf(refused).Reason;
        }
    }

    private static async Task<RpcException> RefusedAsync(Func<AsyncUnaryCall<Referral>> call, StatusCode code, string reason)
    {
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await call());
        Assert.Equal((code, reason), (refused.StatusCode, ErrorInfoOf(refused).Reason));
        return refused;
    }

    private static Change Said(string service, string state, DateOnly? until) =>
        new() { Stream = service, CapacityStated = new() { State = state, UntilDate = until?.ToString("O", System.Globalization.CultureInfo.InvariantCulture) ?? "" } };

    private static Change Moved(string institution, string state) => new() { Stream = $"institutions/{institution}", InstitutionMoved = new() { ToState = state } };

    private Task<int> HearAsync(params Change[] changes) => host.ReadAsync(async db =>
    {
        await new DirectorySubscription().HandleAsync(db, changes, CancellationToken.None);
        return await db.SaveChangesAsync();
    });

    private static string NewId() => Guid.NewGuid().ToString();
}
