using System.Collections.Frozen;
using Google.Protobuf.WellKnownTypes;
using Google.Type;
using Grpc.Core;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Labels;
using Reseau.Referrals.V1;
using static Reseau.Referrals.V1.Referral.Types;
using Action = Reseau.Referrals.V1.Referral.Types.Action;
using Enum = System.Enum;

namespace Reseau.Gateway.Portal.Forms;

/// <summary>
/// The form of one action on a referral. It carries the version the person saw, so that two people answering at the same time
/// find out, and a request id, so that a double click acts once.
/// </summary>
public sealed class ActionForm
{
    public const string ActionField = "action";
    public const string EtagField = "version";

    /// <summary>Ticked by somebody who knows that what they do cannot be undone.</summary>
    public const string ConfirmationField = "confirmation";

    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["message"] = "Message",
        ["motifs"] = "Motifs",
        ["service"] = "Qui prend le relais",
        ["date"] = "Date",
        ["heure"] = "Heure",
        ["lieu"] = "Lieu",
        ["jusqu"] = "Jusqu’au",
        ["issue"] = "Issue",
        ["autonomie"] = "Accompagnement",
        [ConfirmationField] = "Confirmation",
        ["lecteurs"] = "Qui peut lire",
    };

    // The choice of another service would do.
    private static readonly FrozenSet<string> AboutService =
        ((string[])["SERVICE_NOT_FOUND", "SERVICE_TAKES_NO_REFERRALS", "REFERRAL_TO_SELF", "REDIRECT_LOOP"]).ToFrozenSet(StringComparer.Ordinal);

    private readonly FormValues _values;
    private readonly ActionShape _shape;
    private readonly string _name;
    private readonly List<FieldProblem> _problems = [];

    private ActionForm(FormValues values, ActionShape shape, string name) => (_values, _shape, _name) = (values, shape, name);

    public ActionShape Shape => _shape;

    /// <summary>The form being sent; null when it names no action.</summary>
    public static ActionForm? Of(FormValues values, string name)
    {
        var shape = ActionShape.All.FirstOrDefault(shape => shape.Word == values.Text(ActionField));
        return shape is null ? null : new(values, shape, name);
    }

    /// <summary>Does it. When a date cannot be read, asks without request id, to learn all that is wrong at once.</summary>
    public Task<Answer<Referral>> SendAsync(ServiceCalls calls)
    {
        var appointment = _shape.Action == Action.Schedule ? Appointment() : null;
        var until = _shape.Action is Action.Waitlist or Action.Hold ? Until() : null;
        if (_shape.Action == Action.WithdrawConsent && !_values.Has(ConfirmationField)) Add(ConfirmationField, "field.confirmation-required");
        if (_shape.Action == Action.Redirect && !_values.Has("service")) Add("service", "field.choice-required");
        var id = _problems.Count == 0 ? RequestId.Of(_values) : "";
        if (_shape.Action == Action.Redirect)
        {
            return calls.RedirectAsync(new()
            {
                Name = _name, Etag = _values.Text(EtagField), RequestId = id, Message = _values.Text("message"), Service = _values.Text("service"), Reasons = { _values.All("motifs") },
            });
        }
        return calls.Referrals((referrals, options) => Call(referrals, options, id, appointment, until));
    }

    /// <summary>What to show under the controls of this form.</summary>
    public IReadOnlyList<FieldProblem> Together(CallProblem problem)
    {
        var named = problem.Fields.Where(violation => violation.Field != "request_id")
            .Select(violation => violation with { Field = ControlOf(violation.Field) })
            .ToList();
        if (problem.Reason == "APPOINTMENT_IN_THE_PAST") named.Add(new(_shape.Control("date"), problem.Sentence));
        else if (problem.Reason == "UNTIL_OUT_OF_RANGE") named.Add(new(_shape.Control("jusqu"), problem.Sentence));
        else if (problem.Reason == "REDIRECT_REASON_MISSING") named.Add(new(_shape.Control("motifs"), problem.Sentence));
        else if (_shape.Action == Action.Redirect && AboutService.Contains(problem.Reason)) named.Add(new(_shape.Control("service"), problem.Sentence));
        else if (problem.Fields.Count == 0) named.Add(new("", problem.Sentence));
        return [.. _problems.Concat(named).DistinctBy(found => found.Field).Select(found => found with { Label = LabelOf(found.Field) })];
    }

    private AsyncUnaryCall<Referral> Call(
        ReferralsService.ReferralsServiceClient to, CallOptions options, string id, Appointment? appointment, Date? until)
    {
        var etag = _values.Text(EtagField);
        var message = _values.Text("message");
        return _shape.Action switch
        {
            Action.Acknowledge => to.AcknowledgeReferralAsync(new() { Name = _name, Etag = etag, RequestId = id }, options),
            Action.Accept => to.AcceptReferralAsync(new() { Name = _name, Etag = etag, RequestId = id, Message = message }, options),
            Action.Decline => to.DeclineReferralAsync(new() { Name = _name, Etag = etag, RequestId = id, Message = message, Reasons = { _values.All("motifs") } }, options),
            Action.Schedule => to.ScheduleReferralAsync(new() { Name = _name, Etag = etag, RequestId = id, Appointment = appointment }, options),
            Action.Attended => to.MarkAttendedAsync(new() { Name = _name, Etag = etag, RequestId = id, Message = message }, options),
            Action.NoShow => to.MarkNoShowAsync(new() { Name = _name, Etag = etag, RequestId = id, Message = message }, options),
            Action.Complete => to.CompleteReferralAsync(
                new() { Name = _name, Etag = etag, RequestId = id, Message = message, Outcome = Choice<Outcome>("issue"), Autonomy = Choice<Autonomy>("autonomie") }, options),
            Action.Cancel => to.CancelReferralAsync(new() { Name = _name, Etag = etag, RequestId = id, Message = message }, options),
            Action.RequestInformation => to.RequestInformationAsync(new() { Name = _name, Etag = etag, RequestId = id, Message = message }, options),
            Action.ProvideInformation => to.ProvideInformationAsync(new() { Name = _name, Etag = etag, RequestId = id, Message = message }, options),
            Action.Waitlist => to.WaitlistReferralAsync(new() { Name = _name, Etag = etag, RequestId = id, Message = message, UntilDate = until }, options),
            Action.Start => to.StartReferralAsync(new() { Name = _name, Etag = etag, RequestId = id, Message = message }, options),
            Action.Hold => to.HoldReferralAsync(new() { Name = _name, Etag = etag, RequestId = id, Message = message, UntilDate = until }, options),
            Action.Resume => to.ResumeReferralAsync(new() { Name = _name, Etag = etag, RequestId = id, Message = message }, options),
            Action.CancelAppointment => to.CancelAppointmentAsync(new() { Name = _name, Etag = etag, RequestId = id, Message = message }, options),
            Action.Void => to.VoidReferralAsync(new() { Name = _name, Etag = etag, RequestId = id, Message = message }, options),
            Action.Reopen => to.ReopenReferralAsync(new() { Name = _name, Etag = etag, RequestId = id, Message = message }, options),
            Action.WithdrawConsent => to.WithdrawConsentAsync(new() { Name = _name, Etag = etag, RequestId = id }, options),
            Action.Note => to.AddNoteAsync(new() { Name = _name, RequestId = id, Text = message, Visibility = Choice<TimelineEntry.Types.Visibility>("lecteurs") }, options),
            Action.Correct => to.CorrectRecordAsync(
                new() { Name = _name, Etag = etag, RequestId = id, Message = message, Outcome = Choice<Outcome>("issue"), Autonomy = Choice<Autonomy>("autonomie"), Reasons = { _values.All("motifs") } }, options),
            Action.RequestCancellation => to.RequestCancellationAsync(new() { Name = _name, Etag = etag, RequestId = id, Message = message }, options),
            _ => to.ConfirmCancellationAsync(new() { Name = _name, Etag = etag, RequestId = id, Message = message }, options),
        };
    }

    private TEnum Choice<TEnum>(string field) where TEnum : struct, Enum =>
        Enum.TryParse<TEnum>(_values.Text(field), out var choice) ? choice : default;

    private Appointment Appointment() => new() { Place = _values.Text("lieu"), StartTime = Start() };

    private Date? Until()
    {
        var day = FrenchInput.Day(_values.Text("jusqu"));
        if (day is null) Add("jusqu", _values.Has("jusqu") ? "field.date-unreadable" : "field.required");
        return day is { } known ? new() { Year = known.Year, Month = known.Month, Day = known.Day } : null;
    }

    private Timestamp? Start()
    {
        var day = FrenchInput.Day(_values.Text("date"));
        var hour = FrenchInput.Hour(_values.Text("heure"));
        if (day is null) Add("date", _values.Has("date") ? "field.date-unreadable" : "field.required");
        if (hour is null) Add("heure", _values.Has("heure") ? "field.time-unreadable" : "field.required");
        if (day is null || hour is null) return null;

        var start = FrenchInput.Instant(day.Value, hour.Value);
        if (start is null) Add("heure", "field.time-skipped");
        return start;
    }

    private void Add(string field, string sentence) => _problems.Add(new(_shape.Control(field), Label.Message(sentence)));

    private string LabelOf(string control) => Names.GetValueOrDefault(control.Split('-')[0], "");

    private string ControlOf(string field)
    {
        var control = field switch
        {
            "service" => "service",
            "message" or "text" => "message",
            "visibility" => "lecteurs",
            "appointment.place" => "lieu",
            "outcome" => "issue",
            "autonomy" => "autonomie",
            "until_date" => "jusqu",
            _ when field.StartsWith("reasons", StringComparison.Ordinal) => "motifs",
            _ when field.StartsWith("appointment", StringComparison.Ordinal) => "date",
            _ => null,
        };
        return control is null ? "" : _shape.Control(control);
    }
}
