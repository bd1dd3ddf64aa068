using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Labels;

namespace Reseau.Gateway.Portal.Forms;

/// <summary>A form of the page of a session being sent: a change of its state, a person enrolled, a seat given back. A request id makes it one deed.</summary>
public sealed class SessionDeed
{
    public const string EnrolSelf = "m-inscrire";
    public const string EnrolOther = "inscrire";
    public const string Withdraw = "rendre";

    /// <summary>Who is enrolled.</summary>
    public const string PersonField = "personne";

    /// <summary>Which enrolment a form is about.</summary>
    public const string EnrolmentField = "inscription";

    private const string Self = "professionals/me";

    private readonly FormValues _values;
    private readonly string _name;

    private SessionDeed(FormValues values, string name, string word) => (_values, _name, Word) = (values, name, word);

    /// <summary>Which form.</summary>
    public string Word { get; }

    /// <summary>The form being sent; null when it names nothing that can be done.</summary>
    public static SessionDeed? Of(FormValues values, string name)
    {
        var word = values.Text(ActionForm.ActionField);
        return word is EnrolSelf or EnrolOther or Withdraw || SessionActionShape.All.Any(shape => shape.Word == word) ? new(values, name, word) : null;
    }

    /// <summary>Does it; answers the word of what is done, for the page that says so.</summary>
    public async Task<Answer<string>> SendAsync(ServiceCalls calls)
    {
        var (id, etag, reason) = (RequestId.Of(_values), _values.Text(ActionForm.EtagField), _values.Text("raison"));
        return Word switch
        {
            EnrolSelf => Enrolled(await OwnRecord.WithAsync(calls, () => EnrolAsync(calls, Self, id))),
            EnrolOther when !_values.Has(PersonField) => new(null, new(Grpc.Core.StatusCode.InvalidArgument, "INVALID_REQUEST", "", [new("professional", Label.Message("field.choice-required"))])),
            EnrolOther => Enrolled(await EnrolAsync(calls, _values.Text(PersonField), id)),
            Withdraw => Done(await calls.Sessions((sessions, options) => sessions.WithdrawEnrolmentAsync(new() { Name = _values.Text(EnrolmentField), Reason = reason, RequestId = id }, options)), "inscription-rendre"),
            "ouvrir" => Done(await calls.Sessions((sessions, options) => sessions.OpenSessionAsync(new() { Name = _name, Etag = etag, RequestId = id }, options)), "session-ouvrir"),
            "clore" => Done(await calls.Sessions((sessions, options) => sessions.CloseSessionAsync(new() { Name = _name, Etag = etag, RequestId = id }, options)), "session-clore"),
            _ => Done(await calls.Sessions((sessions, options) => sessions.CancelSessionAsync(new() { Name = _name, Etag = etag, Reason = reason, RequestId = id }, options)), "session-annuler"),
        };
    }

    /// <summary>What to show under the controls of this form.</summary>
    public IReadOnlyList<FieldProblem> Together(CallProblem problem) =>
        problem.Fields.Count == 0 ? [new("", Sentence(problem))] : [.. problem.Fields.Where(violation => violation.Field != "request_id").Select(violation => violation with { Field = ControlOf(violation.Field) })];

    private Task<Answer<Training.V1.Enrolment>> EnrolAsync(ServiceCalls calls, string professional, string id) =>
        calls.Sessions((sessions, options) => sessions.EnrolAsync(new() { Session = _name, Professional = professional, RequestId = id }, options));

    private string ControlOf(string field) => (Word, field) switch
    {
        (Withdraw, "reason") => "",
        (_, "reason") => $"raison-{Word}",
        (EnrolOther, "professional") => PersonField,
        _ => "",
    };

    private static string Sentence(CallProblem problem) => problem.Facts.GetValueOrDefault("missing") is { Length: > 0 } missing
        ? $"{problem.Sentence} Personnes dont la présence n’est pas dite : {missing}."
        : problem.Sentence;

    private static Answer<string> Enrolled(Answer<Training.V1.Enrolment> answer) =>
        answer.Succeeded ? new($"inscription-{answer.Value.State}", null) : new(null, answer.Problem);

    private static Answer<string> Done<T>(Answer<T> answer, string word) where T : class => answer.Succeeded ? new(word, null) : new(null, answer.Problem);
}
