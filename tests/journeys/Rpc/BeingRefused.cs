using Grpc.Core;
using Reseau.Journeys.Local;
using Reseau.Referrals.V1;

namespace Reseau.Journeys.Rpc;

public sealed class BeingRefused(RunningEdition running) : RpcJourney(running)
{
    [Fact]
    public async Task A_version_that_somebody_else_has_changed_is_stale()
    {
        var sent = await Network.SubmittedAsync();
        await Network.Caf.Referrals.AcknowledgeReferralAsync(new() { Name = sent.Name, Etag = sent.Etag, RequestId = Requests.NewId() });

        var refused = await Refused.ByAsync(Network.Caf.Referrals.AcceptReferralAsync(new() { Name = sent.Name, Etag = sent.Etag, RequestId = Requests.NewId() }));

        Assert.Equal((StatusCode.Aborted, "STALE_ETAG"), (refused.Code, refused.Reason));
    }

    [Fact]
    public async Task A_referral_of_others_and_one_that_does_not_exist_look_the_same()
    {
        var sent = await Network.SubmittedAsync();
        var stranger = Network.MissionLocale.Referrals;

        var foreign = await AnswersAsync(stranger, sent.Name);
        var missing = await AnswersAsync(stranger, "referrals/00000000000000000000000000000000");

        Assert.All(foreign, refused => Assert.Equal((StatusCode.PermissionDenied, "NOT_ALLOWED"), (refused.Code, refused.Reason)));
        Assert.Equal(missing.Select(Words), foreign.Select(Words));
    }

    [Fact]
    public async Task Without_consent_nothing_is_sent()
    {
        var request = Requests.Submission(Network.Service);
        request.Referral.Consent = new() { Given = false, Channel = Consent.Types.Channel.Oral };

        var refused = await Refused.ByAsync(Network.Ccas.Referrals.SubmitReferralAsync(request));

        Assert.Equal((StatusCode.FailedPrecondition, "CONSENT_MISSING"), (refused.Code, refused.Reason));
        Assert.Contains("accord", refused.French, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_id_serves_one_request_only()
    {
        var request = Requests.Submission(Network.Service);
        await Requests.SubmitAsync(Network.Ccas, request);
        request.Referral.Need = "Un autre besoin.";

        var refused = await Refused.ByAsync(Network.Ccas.Referrals.SubmitReferralAsync(request));

        Assert.Equal("REQUEST_ID_REUSED", refused.Reason);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_said_at_once_and_in_French()
    {
        var request = new SubmitReferralRequest
        {
            RequestId = "not-a-uuid",
            Referral = new() { Service = "nothing", Beneficiary = new() { Phone = "12", BirthYear = 1700 }, Consent = new() { Given = true } },
        };

        var refused = await Refused.ByAsync(Network.Ccas.Referrals.SubmitReferralAsync(request));

        Assert.Equal((StatusCode.InvalidArgument, "INVALID_REQUEST"), (refused.Code, refused.Reason));
        Assert.Superset(
            new HashSet<string>
            {
                "request_id", "referral.service", "referral.theme", "referral.need", "referral.beneficiary.given_name", "referral.beneficiary.family_name",
                "referral.beneficiary.phone", "referral.beneficiary.birth_year", "referral.consent.channel",
            },
            refused.Violations.Select(violation => violation.Field).ToHashSet());
        Assert.All(refused.Violations, violation =>
        {
            Assert.Equal("fr", violation.LocalizedMessage.Locale);
            Assert.NotEmpty(violation.LocalizedMessage.Message);
            Assert.NotEqual(violation.Description, violation.LocalizedMessage.Message);
        });
    }

    [Fact]
    public async Task A_social_security_number_is_refused_and_not_repeated()
    {
        var request = Requests.Submission(Network.Service);
        request.Referral.Need = "Son numéro est le 2 69 05 49 588 157 80.";

        var refused = await Refused.ByAsync(Network.Ccas.Referrals.SubmitReferralAsync(request));

        var violation = Assert.Single(refused.Violations);
        Assert.Equal("referral.need", violation.Field);
        Assert.DoesNotContain("588", violation.ToString() + refused, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_charge_de_mission_is_refused_by_every_method()
    {
        using var sofia = await Party.SignInAsync(Edition, "sofia.mission");
        var sent = await Network.SubmittedAsync();

        var answers = await AnswersAsync(sofia.Referrals, sent.Name);

        Assert.Equal(ReferralsService.Descriptor.Methods.Count, answers.Count);
        Assert.All(answers, refused => Assert.Equal((StatusCode.PermissionDenied, "NOT_ALLOWED"), (refused.Code, refused.Reason)));
    }

    [Fact]
    public async Task Without_token_nothing_of_a_person_is_answered()
    {
        using var nobody = Party.Nobody(Edition.GrpcUrl);
        var sent = await Network.SubmittedAsync();

        var answers = await AnswersAsync(nobody.Referrals, sent.Name);

        Assert.All(answers, refused => Assert.Equal((StatusCode.Unauthenticated, "UNAUTHENTICATED"), (refused.Code, refused.Reason)));
    }

    [Fact]
    public async Task Notifications_are_for_professionals_and_each_sees_their_own()
    {
        using var sofia = await Party.SignInAsync(Edition, "sofia.mission");
        using var nobody = Party.Nobody(Edition.GrpcUrl);

        foreach (var (party, code) in ((Party, StatusCode)[])[(sofia, StatusCode.PermissionDenied), (Network.Caf, StatusCode.PermissionDenied), (nobody, StatusCode.Unauthenticated)])
        {
            Assert.Equal(code, (await Refused.ByAsync(party.Notifications.GetNotificationPreferencesAsync(new()))).Code);
            Assert.Equal(code, (await Refused.ByAsync(party.Notifications.UpdateNotificationPreferencesAsync(new() { Preferences = new(), RequestId = Requests.NewId() }))).Code);
            Assert.Equal(code, (await Refused.ByAsync(party.Notifications.ListDeliveriesAsync(new()))).Code);
        }
    }

    // Every method; Submit, List and Watch too when the caller may call none of them.
    private async Task<List<Refused>> AnswersAsync(ReferralsService.ReferralsServiceClient caller, string name)
    {
        var answers = new List<Refused>
        {
            await Refused.ByAsync(caller.GetReferralAsync(new() { Name = name })),
            await Refused.ByAsync(caller.AcknowledgeReferralAsync(new() { Name = name, RequestId = Requests.NewId() })),
            await Refused.ByAsync(caller.AcceptReferralAsync(new() { Name = name, RequestId = Requests.NewId() })),
            await Refused.ByAsync(caller.DeclineReferralAsync(new() { Name = name, RequestId = Requests.NewId(), Reasons = { "hors-territoire" } })),
            await Refused.ByAsync(caller.RedirectReferralAsync(new() { Name = name, RequestId = Requests.NewId(), Service = Network.Service, Reasons = { "plus-de-place" } })),
            await Refused.ByAsync(caller.ScheduleReferralAsync(new() { Name = name, RequestId = Requests.NewId(), Appointment = Requests.Appointment() })),
            await Refused.ByAsync(caller.MarkAttendedAsync(new() { Name = name, RequestId = Requests.NewId() })),
            await Refused.ByAsync(caller.MarkNoShowAsync(new() { Name = name, RequestId = Requests.NewId() })),
            await Refused.ByAsync(caller.CompleteReferralAsync(new() { Name = name, RequestId = Requests.NewId(), Outcome = Referral.Types.Outcome.Served })),
            await Refused.ByAsync(caller.CancelReferralAsync(new() { Name = name, RequestId = Requests.NewId() })),
            await Refused.ByAsync(caller.RequestCancellationAsync(new() { Name = name, RequestId = Requests.NewId(), Message = "Pourquoi pas." })),
            await Refused.ByAsync(caller.ConfirmCancellationAsync(new() { Name = name, RequestId = Requests.NewId() })),
            await Refused.ByAsync(caller.RequestInformationAsync(new() { Name = name, RequestId = Requests.NewId(), Message = "Depuis quand ?" })),
            await Refused.ByAsync(caller.ProvideInformationAsync(new() { Name = name, RequestId = Requests.NewId(), Message = "Depuis lundi." })),
            await Refused.ByAsync(caller.WaitlistReferralAsync(new() { Name = name, RequestId = Requests.NewId(), UntilDate = Requests.InAMonth() })),
            await Refused.ByAsync(caller.StartReferralAsync(new() { Name = name, RequestId = Requests.NewId() })),
            await Refused.ByAsync(caller.HoldReferralAsync(new() { Name = name, RequestId = Requests.NewId(), UntilDate = Requests.InAMonth(), Message = "Hospitalisation." })),
            await Refused.ByAsync(caller.ResumeReferralAsync(new() { Name = name, RequestId = Requests.NewId() })),
            await Refused.ByAsync(caller.CancelAppointmentAsync(new() { Name = name, RequestId = Requests.NewId() })),
            await Refused.ByAsync(caller.VoidReferralAsync(new() { Name = name, RequestId = Requests.NewId() })),
            await Refused.ByAsync(caller.SubmitDraftAsync(new() { Name = name, RequestId = Requests.NewId() })),
            await Refused.ByAsync(caller.DiscardDraftAsync(new() { Name = name, RequestId = Requests.NewId() })),
            await Refused.ByAsync(caller.SaveDraftAsync(new() { Name = name, RequestId = Requests.NewId(), Referral = new() })),
            await Refused.ByAsync(caller.WithdrawConsentAsync(new() { Name = name, RequestId = Requests.NewId() })),
            await Refused.ByAsync(caller.ReopenReferralAsync(new() { Name = name, RequestId = Requests.NewId(), Message = "Une pièce manquait." })),
            await Refused.ByAsync(caller.AddNoteAsync(new() { Name = name, RequestId = Requests.NewId(), Text = "À voir.", Visibility = TimelineEntry.Types.Visibility.Internal })),
            await Refused.ByAsync(caller.CorrectRecordAsync(new() { Name = name, RequestId = Requests.NewId(), Message = "C'était inexact." })),
        };
        using var export = caller.ExportPerson(new() { Name = name });
        answers.Add(Refused.Of(await Assert.ThrowsAsync<RpcException>(() => export.ResponseStream.MoveNext(CancellationToken.None))));
        using (var archive = caller.ExportPersonFile(new() { Name = name }))
            answers.Add(Refused.Of(await Assert.ThrowsAsync<RpcException>(() => archive.ResponseStream.MoveNext(CancellationToken.None))));
        using (var upload = caller.UploadAttachment())
        {
            try
            {
                await upload.RequestStream.WriteAsync(new() { Header = new() { Referral = name, RequestId = Requests.NewId(), FileName = "a.pdf", Visibility = TimelineEntry.Types.Visibility.Internal } });
                await upload.RequestStream.CompleteAsync();
            }
            catch (Exception ended) when (ended is RpcException or InvalidOperationException)
            {
                // Refused before the end of the file.
            }
            answers.Add(Refused.Of(await Assert.ThrowsAsync<RpcException>(() => upload.ResponseAsync)));
        }
        using (var download = caller.DownloadAttachment(new() { Name = $"{name}/attachments/none" }))
            answers.Add(Refused.Of(await Assert.ThrowsAsync<RpcException>(() => download.ResponseStream.MoveNext(CancellationToken.None))));
        if (caller == Network.MissionLocale.Referrals) return answers;

        answers.Add(await Refused.ByAsync(caller.SubmitReferralAsync(Requests.Submission(Network.Service))));
        answers.Add(await Refused.ByAsync(caller.ListReferralsAsync(new())));
        answers.Add(await Refused.ByAsync(caller.MoveReferralsAsync(new())));
        using var list = caller.ExportReferrals(new());
        answers.Add(Refused.Of(await Assert.ThrowsAsync<RpcException>(() => list.ResponseStream.MoveNext(CancellationToken.None))));
        using var watch = caller.WatchReferrals(new());
        answers.Add(Refused.Of(await Assert.ThrowsAsync<RpcException>(() => watch.ResponseStream.MoveNext(CancellationToken.None))));
        return answers;
    }

    private static (StatusCode, string, string, int) Words(Refused refused) => (refused.Code, refused.Reason, refused.French, refused.Facts.Count);
}
