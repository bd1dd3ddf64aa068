using System.Collections.Concurrent;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Reseau.Referrals.V1;
using static Reseau.Referrals.V1.Referral.Types;
using Action = Reseau.Referrals.V1.Referral.Types.Action;

namespace Reseau.Gateway.Tests.Hosts;

/// <summary>Enough of a referral service for the portal: it keeps referrals, answers a request id twice with one result, and refuses stale versions.</summary>
public sealed class ReferralsStandIn : ReferralsService.ReferralsServiceBase
{
    private readonly ConcurrentDictionary<string, Referral> _referrals = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _requests = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, byte[]> _documents = new(StringComparer.Ordinal);

    /// <summary>Header of the last document.</summary>
    public AttachmentHeader LastDocument { get; private set; } = new();

    /// <summary>Longest piece of a document, in bytes.</summary>
    public int LongestPiece { get; private set; }

    public int Count => _referrals.Count;

    public Referral Only => _referrals.Values.Single();

    public string LastAuthorization { get; private set; } = "";

    public RedirectReferralRequest? LastRedirection { get; private set; }

    public ListReferralsRequest LastList { get; private set; } = new();

    public MoveReferralsRequest LastMove { get; private set; } = new();

    public string Given(State state = State.Submitted, params Action[] possible)
    {
        var referral = new Referral
        {
            Name = $"referrals/{Guid.NewGuid():N}",
            Etag = "1",
            State = state,
            NationalStatus = NationalStatus.Ouverte,
            Service = DirectoryStandIn.Digital,
            ServiceDisplayName = "Accueil numérique",
            Sender = "institutions/ccas-rennes",
            Recipient = "institutions/caf-35",
            Theme = "numerique--acceder-a-des-services-en-ligne",
            Need = "Refaire sa carte grise",
            Beneficiary = new() { GivenName = "Lucie", FamilyName = "Essai", Phone = "0299000000", Commune = "35238" },
            Consent = new() { Given = true, Channel = Consent.Types.Channel.Oral, SharedFields = { "identity", "need", "contact" } },
            CreateTime = Timestamp.FromDateTime(DateTime.UtcNow),
            UpdateTime = Timestamp.FromDateTime(DateTime.UtcNow),
        };
        referral.PossibleActions.AddRange(possible);
        referral.Timeline.Add(new TimelineEntry { Version = 1, Type = "referral-submitted", State = State.Submitted, Institution = referral.Sender, OccurTime = referral.CreateTime });
        _referrals[referral.Name] = referral;
        return referral.Name;
    }

    /// <summary>Somebody else answered meanwhile.</summary>
    public void ChangeMeanwhile(string name, State state, params Action[] possible)
    {
        var referral = _referrals[name];
        referral.Etag = "9";
        referral.State = state;
        referral.PossibleActions.Clear();
        referral.PossibleActions.AddRange(possible);
    }

    public override Task<Referral> SubmitReferral(SubmitReferralRequest request, ServerCallContext context)
    {
        Remember(context);
        var violations = new List<(string, string)>();
        if (request.Referral.Need.Length == 0) violations.Add(("referral.need", "Dites pourquoi."));
        if (request.Referral.Beneficiary.GivenName.Length == 0) violations.Add(("referral.beneficiary.given_name", "Le prénom est obligatoire."));
        if (request.RequestId.Length == 0) violations.Add(("request_id", "L’identifiant est obligatoire."));
        if (violations.Count > 0) throw Refusals.Of(StatusCode.InvalidArgument, "INVALID_REQUEST", "À corriger.", [.. violations]);

        var name = _requests.GetOrAdd(request.RequestId, _ =>
        {
            var created = Given();
            _referrals[created].MergeFrom(request.Referral);
            return created;
        });
        return Task.FromResult(_referrals[name]);
    }

    public override Task<Referral> SaveDraft(SaveDraftRequest request, ServerCallContext context)
    {
        Remember(context);
        if (request.RequestId.Length == 0) throw Refusals.Of(StatusCode.InvalidArgument, "INVALID_REQUEST", "À corriger.", ("request_id", "Obligatoire."));
        var name = request.Name.Length > 0 ? request.Name : _requests.GetOrAdd(request.RequestId, _ => Given(State.Draft, Action.Save, Action.Submit, Action.Discard));
        var before = Find(name);
        if (request.Name.Length > 0 && request.Etag != before.Etag) throw Refusals.Of(StatusCode.Aborted, "STALE_ETAG", "Le brouillon a changé.");
        var draft = request.Referral.Clone();
        (draft.Name, draft.State, draft.Etag, draft.Sender, draft.Recipient) = (name, State.Draft, before.Etag + "+", before.Sender, "");
        (draft.CreateTime, draft.UpdateTime, draft.ServiceDisplayName) = (before.CreateTime, before.UpdateTime, request.Referral.Service.Length > 0 ? "Accueil numérique" : "");
        _referrals[name] = draft;
        return Task.FromResult(draft);
    }

    public override Task<Referral> SubmitDraft(SubmitDraftRequest request, ServerCallContext context)
    {
        var draft = Find(request.Name);
        if (draft.State != State.Draft) return Task.FromResult(draft);
        if (draft.Need.Length == 0) throw Refusals.Of(StatusCode.InvalidArgument, "INVALID_REQUEST", "À corriger.", ("referral.need", "Dites pourquoi."));
        return Move(request.Name, request.Etag, State.Submitted);
    }

    public override Task<Referral> DiscardDraft(DiscardDraftRequest request, ServerCallContext context) => Move(request.Name, request.Etag, State.Voided);

    public override Task<Referral> GetReferral(GetReferralRequest request, ServerCallContext context)
    {
        Remember(context);
        return Task.FromResult(Find(request.Name));
    }

    public override Task<ListReferralsResponse> ListReferrals(ListReferralsRequest request, ServerCallContext context)
    {
        Remember(context);
        LastList = request;
        if (request.SentUntilDate is { } until && request.SentFromDate is { } from && until.Year < from.Year)
            throw Refusals.Of(StatusCode.InvalidArgument, "INVALID_REQUEST", "À corriger.", ("sent_until_date", "La fin de la période est avant son début."));
        return Task.FromResult(new ListReferralsResponse
        {
            Referrals = { _referrals.Values.Where(referral => request.Theme.Length == 0 || referral.Theme == request.Theme) },
            Counts = { new WorklistCount { Worklist = ListReferralsRequest.Types.Worklist.ToAnswer, Count = 2 } },
        });
    }

    public override async Task<MoveReferralsResponse> MoveReferrals(MoveReferralsRequest request, ServerCallContext context)
    {
        LastMove = request;
        var violations = new List<(string, string)>();
        if (request.Referrals.Count == 0) violations.Add(("referrals", "Choisissez au moins une orientation."));
        if (request.Action == Action.Decline && request.Reasons.Count == 0) violations.Add(("reasons", "Choisissez au moins un motif."));
        if (request.RequestId.Length == 0) violations.Add(("request_id", "Obligatoire."));
        if (violations.Count > 0) throw Refusals.Of(StatusCode.InvalidArgument, "INVALID_REQUEST", "À corriger.", [.. violations]);
        var answer = new MoveReferralsResponse();
        foreach (var line in request.Referrals) answer.Results.Add(await MoveLineAsync(line, request.Action == Action.Accept ? State.Accepted : State.Declined));
        return answer;
    }

    public override Task<Referral> AcceptReferral(AcceptReferralRequest request, ServerCallContext context) => Move(request.Name, request.Etag, State.Accepted);

    public override Task<Referral> DeclineReferral(DeclineReferralRequest request, ServerCallContext context) => request.Reasons.Count == 0
        ? throw Refusals.Of(StatusCode.InvalidArgument, "INVALID_REQUEST", "À corriger.", ("reasons", "Choisissez au moins un motif."))
        : Move(request.Name, request.Etag, State.Declined);

    public override Task<Referral> ScheduleReferral(ScheduleReferralRequest request, ServerCallContext context)
    {
        if (request.RequestId.Length == 0) throw Refusals.Of(StatusCode.InvalidArgument, "INVALID_REQUEST", "À corriger.", ("request_id", "Obligatoire."));
        Find(request.Name).Appointment = request.Appointment;
        return Move(request.Name, request.Etag, State.Scheduled);
    }

    public override Task<Referral> WaitlistReferral(WaitlistReferralRequest request, ServerCallContext context)
    {
        if (request.UntilDate is null) throw Refusals.Of(StatusCode.InvalidArgument, "INVALID_REQUEST", "À corriger.", ("until_date", "Indiquez jusqu’à quel jour."));
        if (request.UntilDate.Year < 2026) throw Refusals.Of(StatusCode.FailedPrecondition, "UNTIL_OUT_OF_RANGE", "Choisissez un jour à venir, dans l’année.");
        Find(request.Name).UntilDate = request.UntilDate;
        return Move(request.Name, request.Etag, State.Waitlisted);
    }

    public override Task<Referral> WithdrawConsent(WithdrawConsentRequest request, ServerCallContext context)
    {
        if (request.RequestId.Length == 0) throw Refusals.Of(StatusCode.InvalidArgument, "INVALID_REQUEST", "À corriger.", ("request_id", "Obligatoire."));
        var referral = Find(request.Name);
        (referral.Beneficiary, referral.Need, referral.ErasedTime, referral.Consent.Given) = (new(), "", referral.UpdateTime, false);
        referral.Consent.WithdrawnTime = referral.UpdateTime;
        referral.PossibleActions.Clear();
        return Move(request.Name, request.Etag, State.Cancelled);
    }

    // What passes through is not looked into: any bytes will do.
    public override async Task ExportPersonFile(ExportPersonFileRequest request, IServerStreamWriter<ExportPersonFileResponse> responseStream, ServerCallContext context)
    {
        var file = System.Text.Encoding.UTF8.GetBytes($"{{\"person\":\"{Find(request.Name).Beneficiary.GivenName}\"}}");
        foreach (var piece in file.Chunk(7)) await responseStream.WriteAsync(new() { Content = Google.Protobuf.ByteString.CopyFrom(piece) });
    }

    /// <summary>The directory's first service alone is known to have been asked before.</summary>
    public override Task<Referral> RedirectReferral(RedirectReferralRequest request, ServerCallContext context)
    {
        if (request.Service.Length == 0) throw Refusals.Of(StatusCode.InvalidArgument, "INVALID_REQUEST", "À corriger.", ("service", "Cet identifiant n’est pas reconnu."));
        if (request.Service == DirectoryStandIn.Digital) throw Refusals.Of(StatusCode.FailedPrecondition, "REDIRECT_LOOP", "Ce service a déjà eu cette demande en main.");
        LastRedirection = request;
        var ended = Find(request.Name);
        var next = Find(Given());
        (next.Service, next.ServiceDisplayName, next.Recipient, next.RedirectedFrom) = (request.Service, "La suite", "institutions/departement-35", ended.Name);
        ended.RedirectedTo = next.Name;
        ended.PossibleActions.Clear();
        return Move(request.Name, request.Etag, ended.State == State.Declined ? State.Declined : State.Redirected);
    }

    private async Task<MovedReferral> MoveLineAsync(ReferralVersion line, State state)
    {
        try
        {
            var moved = await Move(line.Name, line.Etag, state);
            return new() { Name = line.Name, Etag = moved.Etag, State = moved.State };
        }
        catch (RpcException)
        {
            return new() { Name = line.Name, Reason = "STALE_ETAG", Sentence = "L’orientation a changé." };
        }
    }

    public override Task<Referral> AddNote(AddNoteRequest request, ServerCallContext context)
    {
        var violations = new List<(string, string)>();
        if (request.Text.Length == 0) violations.Add(("text", "Écrivez la note."));
        if (request.Visibility == TimelineEntry.Types.Visibility.Unspecified) violations.Add(("visibility", "Dites qui peut lire."));
        if (violations.Count > 0) throw Refusals.Of(StatusCode.InvalidArgument, "INVALID_REQUEST", "À corriger.", [.. violations]);
        var referral = Find(request.Name);
        referral.Timeline.Add(new TimelineEntry
        {
            Version = 2, Type = "referral-noted", State = referral.State, Institution = referral.Recipient, OccurTime = referral.CreateTime,
            Message = request.Text, Visibility = request.Visibility,
        });
        return Task.FromResult(referral);
    }

    public override async Task<Referral> UploadAttachment(IAsyncStreamReader<UploadAttachmentRequest> requestStream, ServerCallContext context)
    {
        Remember(context);
        await requestStream.MoveNext(context.CancellationToken);
        var header = LastDocument = requestStream.Current.Header;
        using var content = new MemoryStream();
        while (await requestStream.MoveNext(context.CancellationToken))
        {
            LongestPiece = Math.Max(LongestPiece, requestStream.Current.Content.Length);
            requestStream.Current.Content.WriteTo(content);
            if (content.Length > 10 << 20) throw Refusals.Of(StatusCode.FailedPrecondition, "ATTACHMENT_TOO_LARGE", "Trop long.");
        }

        var referral = Find(header.Referral);
        var name = $"{referral.Name}/attachments/{Guid.NewGuid():N}";
        _documents[name] = content.ToArray();
        referral.Timeline.Add(new TimelineEntry
        {
            Version = 2, Type = "attachment-added", State = referral.State, Institution = referral.Recipient, OccurTime = referral.CreateTime,
            Message = header.Text, Visibility = header.Visibility,
            Attachment = new() { Name = name, FileName = header.FileName, Kind = Attachment.Types.Kind.Pdf, SizeBytes = content.Length, Scan = Attachment.Types.Scan.NotScanned },
        });
        return referral;
    }

    public override async Task DownloadAttachment(DownloadAttachmentRequest request, IServerStreamWriter<DownloadAttachmentResponse> responseStream, ServerCallContext context)
    {
        if (!_documents.TryGetValue(request.Name, out var content)) throw Refusals.Of(StatusCode.PermissionDenied, "NOT_ALLOWED", "Non.");
        var attachment = _referrals.Values.SelectMany(referral => referral.Timeline).Single(entry => entry.Attachment?.Name == request.Name).Attachment;
        await responseStream.WriteAsync(new() { Attachment = attachment });
        foreach (var piece in content.Chunk(64 * 1024)) await responseStream.WriteAsync(new() { Content = Google.Protobuf.ByteString.CopyFrom(piece) });
    }

    public override Task<Referral> CorrectRecord(CorrectRecordRequest request, ServerCallContext context)
    {
        var referral = Find(request.Name);
        if (request.Outcome != Outcome.Unspecified) referral.Outcome = request.Outcome;
        return Move(request.Name, request.Etag, referral.State);
    }

    private Task<Referral> Move(string name, string etag, State state)
    {
        var referral = Find(name);
        if (etag != referral.Etag) throw Refusals.Of(StatusCode.Aborted, "STALE_ETAG", "L’orientation a changé.");
        referral.State = state;
        referral.Etag += "+";
        return Task.FromResult(referral);
    }

    public Referral Find(string name) =>
        _referrals.TryGetValue(name, out var referral) ? referral : throw Refusals.Of(StatusCode.PermissionDenied, "NOT_ALLOWED", "Cette orientation n’existe pas, ou votre institution n’y a pas accès.");

    private void Remember(ServerCallContext context) => LastAuthorization = context.RequestHeaders.GetValue("authorization") ?? "";
}
