using Grpc.Core;
using Reseau.Conventions.V1;
using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Labels;

namespace Reseau.Gateway.Portal.Forms;

/// <summary>
/// A form of the page of a convention being sent: a change of its state, a comment, an answer on a commitment, a step, a payment. It carries
/// the version the person saw and a request id.
/// </summary>
public sealed class ConventionDeed
{
    public const string Comment = "commenter";
    public const string Keep = "engagement";
    public const string Reach = "etape";
    public const string Pay = "paiement";

    /// <summary>Key of the commitment, step or funding it is about.</summary>
    public const string KeyField = "cle";

    private readonly FormValues _values;
    private readonly string _name;
    private readonly List<FieldProblem> _problems = [];

    private ConventionDeed(FormValues values, string name, string word) => (_values, _name, Word) = (values, name, word);

    /// <summary>Which form.</summary>
    public string Word { get; }

    private string Key => _values.Text(KeyField);

    /// <summary>The form being sent; null when it names nothing that can be done.</summary>
    public static ConventionDeed? Of(FormValues values, string name)
    {
        var word = values.Text(ActionForm.ActionField);
        return word is Comment or Keep or Reach or Pay || ConventionActionShape.All.Any(shape => shape.Word == word) ? new(values, name, word) : null;
    }

    /// <summary>Does it. When a date or a sum cannot be read, asks without request id, to learn all that is wrong at once.</summary>
    public Task<Answer<Convention>> SendAsync(ServiceCalls calls)
    {
        var day = Word == Reach ? Day() : null;
        var cents = Word == Pay ? Cents() : 0;
        var id = _problems.Count == 0 ? RequestId.Of(_values) : "";
        return calls.Conventions((conventions, options) => Call(conventions, options, id, day, cents));
    }

    /// <summary>What to show under the controls of this form.</summary>
    public IReadOnlyList<FieldProblem> Together(CallProblem problem)
    {
        var named = problem.Fields.Where(violation => violation.Field != "request_id").Select(violation => violation with { Field = ControlOf(violation.Field) });
        var general = problem.Fields.Count == 0 ? (FieldProblem[])[new("", ConventionProblems.Sentence(problem))] : [];
        return [.. _problems.Concat(named).Concat(general).DistinctBy(found => found.Field)];
    }

    /// <summary>Id of a control of a form about a commitment, a step or a funding.</summary>
    public static string Control(string word, string key, string field) => $"{field}-{word}-{key}";

    private AsyncUnaryCall<Convention> Call(ConventionsService.ConventionsServiceClient to, CallOptions options, string id, Google.Type.Date? day, long cents)
    {
        var (etag, reason) = (_values.Text(ActionForm.EtagField), _values.Text("raison"));
        return Word switch
        {
            "proposer" => to.ProposeConventionAsync(new() { Name = _name, Etag = etag, RequestId = id }, options),
            "retirer" => to.WithdrawConventionAsync(new() { Name = _name, Etag = etag, Reason = reason, RequestId = id }, options),
            "suspendre" => to.SuspendConventionAsync(new() { Name = _name, Etag = etag, Reason = reason, RequestId = id }, options),
            "reprendre" => to.ResumeConventionAsync(new() { Name = _name, Etag = etag, RequestId = id }, options),
            "terminer" => to.TerminateConventionAsync(new() { Name = _name, Etag = etag, Reason = reason, RequestId = id }, options),
            "avenant" or "renouveler" => to.AmendConventionAsync(new() { Name = _name, Renewal = Word == "renouveler", RequestId = id }, options),
            Keep => to.KeepCommitmentAsync(new() { Name = _name, Commitment = Key, Kept = _values.Text("tenu") != "non", Evidence = _values.Text("preuve"), RequestId = id }, options),
            Reach => to.ReachStepAsync(new() { Name = _name, Step = Key, ReachedDate = day, RequestId = id }, options),
            Pay => to.RecordPaymentAsync(new() { Name = _name, Funding = Key, PaidCents = cents, RequestId = id }, options),
            _ => to.CommentConventionAsync(new() { Name = _name, Clause = _values.Text("clause"), Text = _values.Text("texte"), RequestId = id }, options),
        };
    }

    private Google.Type.Date? Day()
    {
        var text = _values.Text("date");
        return FrenchInput.Day(text, Control(Reach, Key, "date"), "Date", _problems) is { } day ? FrenchInput.ToDate(day) : null;
    }

    private long Cents()
    {
        if (FrenchInput.Cents(_values.Text("paye")) is { } cents) return cents;
        _problems.Add(new(Control(Pay, Key, "paye"), Label.Message("field.money-unreadable"), "Somme payée"));
        return 0;
    }

    private string ControlOf(string field) => (Word, field) switch
    {
        (_, "reason") => $"raison-{Word}",
        (Comment, "text") => "texte",
        (Comment, "clause") => "clause",
        (Keep, _) => Control(Keep, Key, "preuve"),
        (Reach, _) => Control(Reach, Key, "date"),
        (Pay, _) => Control(Pay, Key, "paye"),
        _ => "",
    };
}
