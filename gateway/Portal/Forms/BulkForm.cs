using Reseau.Gateway.Portal.Calls;
using Reseau.Gateway.Portal.Labels;
using Reseau.Referrals.V1;
using static Reseau.Referrals.V1.Referral.Types;
using Action = Reseau.Referrals.V1.Referral.Types.Action;

namespace Reseau.Gateway.Portal.Forms;

/// <summary>
/// The form that does the same to the referrals ticked in a list. Each carries the version the person saw; the request id makes a
/// double click, or the page sent again, one deed.
/// </summary>
public sealed class BulkForm
{
    /// <summary>Name of the boxes.</summary>
    public const string Choice = "choix";

    /// <summary>Id of the first box, where the summary of errors links to.</summary>
    public const string FirstChoice = "choix-0";

    /// <summary>Done with one button.</summary>
    public static readonly IReadOnlyList<Action> Plain =
        [Action.Acknowledge, Action.Accept, Action.Start, Action.Resume, Action.Attended, Action.NoShow, Action.CancelAppointment, Action.ConfirmCancellation, Action.Cancel];

    /// <summary>Done once something more is said.</summary>
    public static readonly IReadOnlyList<Action> Asking = [Action.Waitlist, Action.Complete, Action.Decline];

    private static readonly Dictionary<string, (string Control, string Label)> Controls = new(StringComparer.Ordinal)
    {
        ["referrals"] = (FirstChoice, "Orientations"),
        ["until_date"] = ("jusqu-lot", "Jusqu’au"),
        ["reasons"] = ("motifs-lot", "Motifs"),
        ["outcome"] = ("issue-lot", "Issue"),
    };

    private readonly FormValues _values;
    private readonly List<FieldProblem> _problems = [];

    private BulkForm(FormValues values, Action action) => (_values, Action) = (values, action);

    /// <summary>What is done.</summary>
    public Action Action { get; }

    /// <summary>The form being sent; null when it names no such action.</summary>
    public static BulkForm? Of(FormValues values)
    {
        var action = Plain.Concat(Asking).FirstOrDefault(action => Word(action) == values.Text(ActionForm.ActionField));
        return action == default ? null : new(values, action);
    }

    /// <summary>Whether this can be done to several at once.</summary>
    public static bool Offers(Referral referral) => referral.PossibleActions.Any(action => Plain.Contains(action) || Asking.Contains(action));

    /// <summary>The value of the box of a referral.</summary>
    public static string Value(Referral referral) => $"{referral.Name} {referral.Etag}";

    /// <summary>The word of an action in forms.</summary>
    public static string Word(Action action) => ActionShape.All.First(shape => shape.Action == action).Word;

    /// <summary>Does it. When a day cannot be read, asks without request id, to learn all that is wrong at once.</summary>
    public Task<Answer<MoveReferralsResponse>> SendAsync(ServiceCalls calls)
    {
        var request = new MoveReferralsRequest { Action = Action };
        foreach (var value in _values.All(Choice))
        {
            var space = value.IndexOf(' ', StringComparison.Ordinal);
            if (space > 0) request.Referrals.Add(new ReferralVersion { Name = value[..space], Etag = value[(space + 1)..] });
        }

        if (Action == Action.Decline) request.Reasons.AddRange(_values.All("motifs"));
        if (Action == Action.Complete && Enum.TryParse<Outcome>(_values.Text("issue"), out var outcome)) request.Outcome = outcome;
        if (Action == Action.Waitlist)
        {
            if (FrenchInput.Day(_values.Text("jusqu")) is { } day) request.UntilDate = FrenchInput.ToDate(day);
            else _problems.Add(Problem("until_date", Label.Message(_values.Has("jusqu") ? "field.date-unreadable" : "field.required")));
        }

        if (request.Referrals.Count == 0) _problems.Add(Problem("referrals", Label.Message("field.selection-required")));
        request.RequestId = _problems.Count == 0 ? RequestId.Of(_values) : "";
        return calls.Referrals((referrals, options) => referrals.MoveReferralsAsync(request, options));
    }

    /// <summary>What to show, under the controls of this form.</summary>
    public IReadOnlyList<FieldProblem> Together(CallProblem problem)
    {
        var named = problem.Fields.Where(violation => violation.Field != "request_id").Select(violation => Problem(violation.Field, violation.Sentence)).ToList();
        if (problem.Fields.Count == 0) named.Add(new("", problem.Sentence));
        return [.. _problems.Concat(named).DistinctBy(found => found.Field)];
    }

    private static FieldProblem Problem(string field, string sentence) =>
        Controls.TryGetValue(field, out var control) ? new(control.Control, sentence, control.Label) : new("", sentence);
}
