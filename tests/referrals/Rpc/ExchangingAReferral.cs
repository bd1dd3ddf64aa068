using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Reseau.Hosting.Contracts;
using Reseau.Referrals.V1;
using Reseau.Testing.Hosts;
using static Reseau.Testing.Contracts.EveryMethod;

namespace Reseau.Referrals.Tests.Rpc;

public sealed class ExchangingAReferral(ReferralsHost host) : IClassFixture<ReferralsHost>
{
    private const string Ccas = "si-ccas-rennes";
    private const string Caf = "si-caf-35";

    [Fact]
    public async Task The_loop_closes_and_both_sides_see_the_same_timeline()
    {
        var (ccas, caf) = (await host.ClientAsync(Ccas), await host.ClientAsync(Caf));
        var sent = await SendAsync(ccas);

        var received = await caf.AcknowledgeReferralAsync(new() { Name = sent.Name, Etag = sent.Etag, RequestId = NewId() });
        received = await caf.AcceptReferralAsync(new() { Name = sent.Name, Etag = received.Etag, RequestId = NewId(), Message = "Nous rappelons la personne." });
        received = await caf.ScheduleReferralAsync(new() { Name = sent.Name, Etag = received.Etag, RequestId = NewId(), Appointment = InTwoDays("Bureau 2") });
        received = await caf.MarkNoShowAsync(new() { Name = sent.Name, Etag = received.Etag, RequestId = NewId() });
        received = await caf.ScheduleReferralAsync(new() { Name = sent.Name, Etag = received.Etag, RequestId = NewId(), Appointment = InTwoDays("Bureau 3") });
        received = await caf.MarkAttendedAsync(new() { Name = sent.Name, Etag = received.Etag, RequestId = NewId() });
        received = await caf.CompleteReferralAsync(new() { Name = sent.Name, Etag = received.Etag, RequestId = NewId(), Outcome = Referral.Types.Outcome.Served });

        var file = await ccas.GetReferralAsync(new() { Name = sent.Name });
        Assert.Equal((Referral.Types.State.Completed, Referral.Types.NationalStatus.Validee, Referral.Types.Outcome.Served), (file.State, file.NationalStatus, file.Outcome));
        Assert.Equal(received.Timeline, file.Timeline);
        Assert.Equal(
            ["referral-submitted", "referral-acknowledged", "referral-accepted", "referral-scheduled", "referral-missed", "referral-scheduled", "referral-attended", "referral-completed"],
            file.Timeline.Select(entry => entry.Type));
        Assert.Equal("Nous rappelons la personne.", file.Timeline[2].Message);
        Assert.Equal("Bureau 3", file.Appointment.Place);
        Assert.Equal([Referral.Types.Action.WithdrawConsent, Referral.Types.Action.Correct], file.PossibleActions);
    }

    [Fact]
    public async Task A_wrong_request_names_every_mistake_in_French_at_once()
    {
        var ccas = await host.ClientAsync(Ccas);
        var wrong = new SubmitReferralRequest
        {
            RequestId = "one",
            Referral = new()
            {
                Service = "nowhere",
                Need = "Son numéro est 2 85 05 78 006 084 91.",
                Beneficiary = new() { GivenName = "Maëlle", Phone = "12", BirthYear = 1200, Commune = "Rennes" },
                Consent = new() { Given = true, SharedFields = { "everything" }, GivenOn = new() { Year = 2026, Month = 2, Day = 30 } },
            },
        };

        var refused = await Assert.ThrowsAsync<RpcException>(async () => await ccas.SubmitReferralAsync(wrong));

        Assert.Equal((StatusCode.InvalidArgument, "INVALID_REQUEST"), (refused.StatusCode, ErrorInfoOf(refused).Reason));
        var violations = DetailOf<BadRequest>(refused).FieldViolations;
        Assert.Equal(
            [
                "referral.beneficiary.birth_year", "referral.beneficiary.commune", "referral.beneficiary.family_name", "referral.beneficiary.phone", "referral.consent.channel",
                "referral.consent.given_on", "referral.consent.shared_fields", "referral.need", "referral.service", "referral.theme", "request_id",
            ],
            violations.Select(violation => violation.Field).Order(StringComparer.Ordinal));
        Assert.All(violations, violation => Assert.Equal(("fr", false), (violation.LocalizedMessage.Locale, violation.LocalizedMessage.Message.Length == 0)));
        // No text of the person comes back.
        Assert.DoesNotContain("Maëlle", StatusOf(refused).ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("78 006", StatusOf(refused).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_refusal_has_its_own_reason()
    {
        var (ccas, caf) = (await host.ClientAsync(Ccas), await host.ClientAsync(Caf));
        var service = await host.KnowsServiceOfAsync("caf-35");

        await RefusedAsync(() => ccas.SubmitReferralAsync(Changed(service, r => r.Consent = null)), StatusCode.FailedPrecondition, "CONSENT_MISSING");
        await RefusedAsync(() => ccas.SubmitReferralAsync(Changed("services/nobody", _ => { })), StatusCode.NotFound, "SERVICE_NOT_FOUND");
        var closed = await host.KnowsServiceOfAsync("caf-35", takesReferrals: false);
        await RefusedAsync(() => ccas.SubmitReferralAsync(Changed(closed, _ => { })), StatusCode.FailedPrecondition, "SERVICE_TAKES_NO_REFERRALS");
        await RefusedAsync(() => caf.SubmitReferralAsync(Changed(service, _ => { })), StatusCode.FailedPrecondition, "REFERRAL_TO_SELF");

        var sent = await SendAsync(ccas);
        await RefusedAsync(() => caf.MarkAttendedAsync(new() { Name = sent.Name, RequestId = NewId() }), StatusCode.FailedPrecondition, "REFERRAL_TRANSITION_NOT_ALLOWED");
        await RefusedAsync(() => caf.AcceptReferralAsync(new() { Name = sent.Name, Etag = "\"7\"", RequestId = NewId() }), StatusCode.Aborted, "STALE_ETAG");
        await RefusedAsync(() => ccas.AcceptReferralAsync(new() { Name = sent.Name, RequestId = NewId() }), StatusCode.FailedPrecondition, "REFERRAL_TRANSITION_NOT_ALLOWED");
        var accepted = await caf.AcceptReferralAsync(new() { Name = sent.Name, RequestId = NewId() });
        await RefusedAsync(
            () => caf.ScheduleReferralAsync(new() { Name = sent.Name, Etag = accepted.Etag, RequestId = NewId(), Appointment = new() { StartTime = DateTimeOffset.UnixEpoch.ToTimestamp() } }),
            StatusCode.FailedPrecondition, "APPOINTMENT_IN_THE_PAST");
    }

    [Fact]
    public async Task Another_institution_cannot_tell_a_foreign_referral_from_one_that_does_not_exist()
    {
        var (ccas, stranger) = (await host.ClientAsync(Ccas), await host.ClientAsync("si-departement-35"));
        var sent = await SendAsync(ccas);

        var foreign = await Assert.ThrowsAsync<RpcException>(async () => await stranger.GetReferralAsync(new() { Name = sent.Name }));
        var absent = await Assert.ThrowsAsync<RpcException>(async () => await stranger.GetReferralAsync(new() { Name = "referrals/none" }));
        var change = await Assert.ThrowsAsync<RpcException>(async () => await stranger.AcceptReferralAsync(new() { Name = sent.Name, RequestId = NewId() }));

        Assert.Equal(StatusOf(absent), StatusOf(foreign));
        Assert.Equal(StatusOf(absent), StatusOf(change));
        Assert.Equal((StatusCode.PermissionDenied, "NOT_ALLOWED"), (foreign.StatusCode, ErrorInfoOf(foreign).Reason));
    }

    [Fact]
    public async Task A_lost_reply_retried_gives_the_first_result_even_after_more_has_happened()
    {
        var (ccas, caf) = (await host.ClientAsync(Ccas), await host.ClientAsync(Caf));
        var request = ReferralsHost.Submission(await host.KnowsServiceOfAsync("caf-35"));
        var first = await ccas.SubmitReferralAsync(request);
        await caf.AcceptReferralAsync(new() { Name = first.Name, RequestId = NewId() });

        for (var retry = 0; retry < 10; retry++) Assert.Equal(first, await ccas.SubmitReferralAsync(request));

        request.Referral.Need = "Autre chose.";
        await RefusedAsync(() => ccas.SubmitReferralAsync(request), StatusCode.AlreadyExists, "REQUEST_ID_REUSED");
    }

    [Fact]
    public async Task The_recipient_sees_what_the_person_agreed_to_share_and_nothing_else()
    {
        var (ccas, caf) = (await host.ClientAsync(Ccas), await host.ClientAsync(Caf));
        var service = await host.KnowsServiceOfAsync("caf-35");
        var sent = await ccas.SubmitReferralAsync(Changed(service, r =>
        {
            r.Beneficiary.BirthYear = 1950;
            r.Consent.SharedFields.AddRange(["identity", "need", "birth-year"]);
        }));

        var seen = (await caf.GetReferralAsync(new() { Name = sent.Name })).Beneficiary;

        Assert.Equal(("Maëlle", 1950), (seen.GivenName, seen.BirthYear));
        Assert.Equal(("", "", "", ""), (seen.Phone, seen.Email, seen.ContactDetails, seen.Commune));
        Assert.Equal("0261910002", (await ccas.GetReferralAsync(new() { Name = sent.Name })).Beneficiary.Phone);
    }

    [Fact]
    public async Task A_telephone_is_kept_as_it_is_dialled()
    {
        var ccas = await host.ClientAsync(Ccas);
        var sent = await ccas.SubmitReferralAsync(Changed(await host.KnowsServiceOfAsync("caf-35"), r => r.Beneficiary.Phone = "+33 (0)2 61 91 00 02"));
        Assert.Equal("+33261910002", sent.Beneficiary.Phone);
    }

    [Fact]
    public async Task Of_fifty_who_answer_at_once_exactly_one_decides()
    {
        var (ccas, caf) = (await host.ClientAsync(Ccas), await host.ClientAsync(Caf));
        var sent = await SendAsync(ccas);

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(async i =>
        {
            try
            {
                return i % 2 == 0
                    ? (await caf.AcceptReferralAsync(new() { Name = sent.Name, Etag = sent.Etag, RequestId = NewId() })).State.ToString()
                    : (await caf.DeclineReferralAsync(new() { Name = sent.Name, Etag = sent.Etag, RequestId = NewId(), Reasons = { "plus-de-place" } })).State.ToString();
            }
            catch (RpcException refused)
            {
                return ErrorInfoOf(refused).Reason;
            }
        }));

        Assert.Equal(1, answers.Count(answer => answer is "Accepted" or "Declined"));
        Assert.Equal(49, answers.Count(answer => answer == "STALE_ETAG"));
    }

    [Fact]
    public async Task A_question_a_place_in_line_and_a_pause_each_bring_the_referral_back_to_its_way()
    {
        var (ccas, caf) = (await host.ClientAsync(Ccas), await host.ClientAsync(Caf));
        var sent = await SendAsync(ccas);
        var inAMonth = DateOnly.FromDateTime(DateTime.UtcNow.AddDays(30)).ToDate();

        var waiting = await caf.WaitlistReferralAsync(new() { Name = sent.Name, RequestId = NewId(), UntilDate = inAMonth });
        Assert.Equal((Referral.Types.State.Waitlisted, Referral.Types.NationalStatus.Ouverte, inAMonth), (waiting.State, waiting.NationalStatus, waiting.UntilDate));
        await caf.RequestInformationAsync(new() { Name = sent.Name, RequestId = NewId(), Message = "A-t-elle un téléphone ?" });
        var asked = (await ccas.ListReferralsAsync(new() { Worklist = ListReferralsRequest.Types.Worklist.SentToComplete })).Referrals.Single(referral => referral.Name == sent.Name);
        Assert.Equal([Referral.Types.Action.ProvideInformation, Referral.Types.Action.Cancel, Referral.Types.Action.WithdrawConsent, Referral.Types.Action.Note], asked.PossibleActions);
        var answered = await ccas.ProvideInformationAsync(new() { Name = sent.Name, RequestId = NewId(), Message = "Oui, un portable." });
        Assert.Equal((Referral.Types.State.Waitlisted, inAMonth), (answered.State, answered.UntilDate));

        await caf.AcceptReferralAsync(new() { Name = sent.Name, RequestId = NewId() });
        await caf.ScheduleReferralAsync(new() { Name = sent.Name, RequestId = NewId(), Appointment = InTwoDays("Bureau 2") });
        var free = await caf.CancelAppointmentAsync(new() { Name = sent.Name, RequestId = NewId() });
        Assert.Equal((Referral.Types.State.Accepted, null), (free.State, free.Appointment));
        await caf.StartReferralAsync(new() { Name = sent.Name, RequestId = NewId() });
        var paused = await caf.HoldReferralAsync(new() { Name = sent.Name, RequestId = NewId(), UntilDate = inAMonth, Message = "Hospitalisation." });
        Assert.Equal((Referral.Types.State.OnHold, inAMonth), (paused.State, paused.UntilDate));
        var onHold = await caf.ListReferralsAsync(new() { Worklist = ListReferralsRequest.Types.Worklist.OnHold });
        Assert.Equal(inAMonth, onHold.Referrals.Single(referral => referral.Name == sent.Name).UntilDate);
        Assert.Contains(onHold.Counts, count => count.Worklist == ListReferralsRequest.Types.Worklist.OnHold && count.Count > 0);
        Assert.Equal(Referral.Types.State.InProgress, (await caf.ResumeReferralAsync(new() { Name = sent.Name, RequestId = NewId() })).State);

        await caf.CompleteReferralAsync(new() { Name = sent.Name, RequestId = NewId(), Outcome = Referral.Types.Outcome.Served });
        var reopened = await caf.ReopenReferralAsync(new() { Name = sent.Name, RequestId = NewId(), Message = "Une pièce manquait." });
        Assert.Equal((Referral.Types.State.InProgress, Referral.Types.Outcome.Unspecified), (reopened.State, reopened.Outcome));
        Assert.Equal("Hospitalisation.", reopened.Timeline.Single(entry => entry.Type == "referral-held").Message);
    }

    [Fact]
    public async Task What_was_entered_in_error_is_taken_back_before_it_is_read()
    {
        var (ccas, caf) = (await host.ClientAsync(Ccas), await host.ClientAsync(Caf));
        var wrong = await SendAsync(ccas);
        Assert.Equal(Referral.Types.State.Voided, (await ccas.VoidReferralAsync(new() { Name = wrong.Name, RequestId = NewId() })).State);
        await RefusedAsync(() => caf.ReopenReferralAsync(new() { Name = wrong.Name, RequestId = NewId(), Message = "Mais si." }), StatusCode.FailedPrecondition, "REFERRAL_TRANSITION_NOT_ALLOWED");

        var read = await SendAsync(ccas);
        await caf.AcknowledgeReferralAsync(new() { Name = read.Name, RequestId = NewId() });
        await RefusedAsync(() => ccas.VoidReferralAsync(new() { Name = read.Name, RequestId = NewId() }), StatusCode.FailedPrecondition, "REFERRAL_TRANSITION_NOT_ALLOWED");
    }

    [Fact]
    public async Task Detours_need_their_day_and_their_reason()
    {
        var (ccas, caf) = (await host.ClientAsync(Ccas), await host.ClientAsync(Caf));
        var sent = await SendAsync(ccas);
        await RefusedAsync(() => caf.WaitlistReferralAsync(new() { Name = sent.Name, RequestId = NewId() }), StatusCode.InvalidArgument, "INVALID_REQUEST");
        await RefusedAsync(() => caf.RequestInformationAsync(new() { Name = sent.Name, RequestId = NewId() }), StatusCode.InvalidArgument, "INVALID_REQUEST");
        await RefusedAsync(
            () => caf.WaitlistReferralAsync(new() { Name = sent.Name, RequestId = NewId(), UntilDate = DateOnly.FromDateTime(DateTime.UtcNow.AddDays(-1)).ToDate() }),
            StatusCode.FailedPrecondition, "UNTIL_OUT_OF_RANGE");
        Assert.Equal(Referral.Types.State.Submitted, (await caf.GetReferralAsync(new() { Name = sent.Name })).State);
    }

    [Fact]
    public async Task Stopping_takes_two_phases_once_the_recipient_has_begun()
    {
        var (ccas, caf) = (await host.ClientAsync(Ccas), await host.ClientAsync(Caf));
        var unread = await SendAsync(ccas);
        Assert.Equal(Referral.Types.State.Cancelled, (await ccas.CancelReferralAsync(new() { Name = unread.Name, RequestId = NewId() })).State);

        var begun = await SendAsync(ccas);
        await caf.AcceptReferralAsync(new() { Name = begun.Name, RequestId = NewId() });
        await RefusedAsync(() => ccas.CancelReferralAsync(new() { Name = begun.Name, RequestId = NewId() }), StatusCode.FailedPrecondition, "REFERRAL_TRANSITION_NOT_ALLOWED");
        var asked = await ccas.RequestCancellationAsync(new() { Name = begun.Name, RequestId = NewId(), Message = "La personne a trouvé seule." });
        Assert.Equal((Referral.Types.State.CancellationRequested, Referral.Types.NationalStatus.Validee), (asked.State, asked.NationalStatus));
        Assert.Equal(Referral.Types.State.Cancelled, (await caf.ConfirmCancellationAsync(new() { Name = begun.Name, RequestId = NewId() })).State);
    }

    private static SubmitReferralRequest Changed(string service, Action<Referral> change)
    {
        var request = ReferralsHost.Submission(service);
        change(request.Referral);
        return request;
    }

    private static async Task RefusedAsync(Func<AsyncUnaryCall<Referral>> call, StatusCode code, string reason)
    {
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await call());
        Assert.Equal((code, reason), (refused.StatusCode, ErrorInfoOf(refused).Reason));
        Assert.NotEmpty(DetailOf<LocalizedMessage>(refused).Message);
    }

    private async Task<Referral> SendAsync(ReferralsService.ReferralsServiceClient client) =>
        await client.SubmitReferralAsync(ReferralsHost.Submission(await host.KnowsServiceOfAsync("caf-35")));

    private static Appointment InTwoDays(string place) => new() { StartTime = DateTimeOffset.UtcNow.AddDays(2).ToTimestamp(), Place = place };

    private static string NewId() => Guid.NewGuid().ToString();
}
