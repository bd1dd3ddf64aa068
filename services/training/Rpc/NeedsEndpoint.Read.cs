using System.Globalization;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Access;
using Reseau.Hosting.Contracts;
using Reseau.Kernel;
using Reseau.Training.Domain;
using Reseau.Training.Domain.Figures;
using Reseau.Training.Domain.Needs;
using Reseau.Training.Needs;
using Reseau.Training.Views;
using Contract = Reseau.Training.V1;

namespace Reseau.Training.Rpc;

/// <summary>Needs one by one, in lists and as figures, and the referrals that reveal some.</summary>
internal sealed partial class NeedsEndpoint
{
    private const int MonthsOfSignals = 11;

    private static readonly FigureRows[] RowsOfNeeds = [FigureRows.Institution, FigureRows.Function];

    public override async Task<Contract.Need> GetNeed(Contract.GetNeedRequest request, ServerCallContext context)
    {
        var violations = new Violations();
        var name = Named(request.Name, "name", violations);
        violations.ThrowIfAny();
        return await AnswerAsync(new(name, long.MaxValue), Caller.Of(context), context.CancellationToken);
    }

    public override async Task<Contract.ListNeedsResponse> ListNeeds(Contract.ListNeedsRequest request, ServerCallContext context)
    {
        var (violations, caller) = (new Violations(), Caller.Of(context));
        var states = States(request.States, violations);
        if (request.Subject.Length > 0 && !ResourceName.TryParse(request.Subject, "skills", out _) && !NeedRules.IsTheme(request.Subject))
            violations.Add("subject", "NOT_A_SUBJECT", "Neither a skill nor a theme.", "Choisissez une compétence ou un thème de la liste.");
        var institution = request.Institution.Length == 0 ? null : ResourceName.Parse(request.Institution, "institutions", "institution", violations).Id;
        if (!Enum.IsDefined(request.Function)) violations.Add("function", "UNKNOWN_VALUE", "The function is not in the list.", "Choisissez une fonction de la liste.");
        if (request.Plan.Length > 0) ResourceName.Parse(request.Plan, "plans", "plan", violations);
        violations.ThrowIfAny();

        // Whoever asks for another institution's is shown none.
        var owners = institution is null ? NeedReach.Owners(caller) : NeedReach.Owners(caller).Only(institution);
        var function = request.Function == Contract.Function.Unspecified ? 0 : 1 << (int)request.Function;
        var question = $"needs/{owners}/{string.Join(',', states)}/{request.Subject}/{function}/{request.Plan}";
        var size = Paging.Size(request.PageSize);
        var after = Paging.Read(request.PageToken, question, parts: 2, token => ((Urgency, string)?)((Urgency)int.Parse(token[0], CultureInfo.InvariantCulture), token[1]));
        var answer = new Contract.ListNeedsResponse();
        if (owners is null) return answer;

        await using var db = await databases.CreateDbContextAsync(context.CancellationToken);
        var page = await NeedPages.ReadAsync(db, new(states, owners, request.Subject, function, request.Plan), after, size, context.CancellationToken);
        if (page.Count > size)
        {
            page.RemoveAt(size);
            answer.NextPageToken = Paging.Token(question, ((int)page[^1].Urgency).ToString(CultureInfo.InvariantCulture), page[^1].Name);
        }
        answer.Needs.AddRange(page.Select(row => NeedMapper.ToMessage(NeedView.Read(row), caller.Institution)));
        return answer;
    }

    public override async Task<Contract.NeedFigures> GetNeedFigures(Contract.GetNeedFiguresRequest request, ServerCallContext context)
    {
        var (violations, caller) = (new Violations(), Caller.Of(context));
        var states = States(request.States, violations);
        var byFunction = FigureRules.Rows(request.Rows, RowsOfNeeds, violations) == FigureRows.Function;
        violations.ThrowIfAny();

        await using var db = await databases.CreateDbContextAsync(context.CancellationToken);
        var needs = await NeedPages.Of(db, states, NeedReach.Owners(caller))
            .Select(row => new { row.Subject, Owner = row.Network == true ? "" : row.Institution, row.Functions, row.Plan, row.Persons }).ToListAsync(context.CancellationToken);
        var figures = NeedFigures.Of(needs.Select(need => new CountedNeed(need.Subject, need.Owner, new FunctionSet(need.Functions), need.Plan.Length > 0, need.Persons)), byFunction, caller.Institution);
        var answer = new Contract.NeedFigures();
        answer.Rows.AddRange(figures.Select(figure => new Contract.NeedFigureRow
        {
            Subject = figure.Subject, Key = byFunction ? figure.Key : Codes.Institution(figure.Key), Needs = figure.Needs, Planned = figure.Planned, Persons = figure.Persons ?? HeatMapMapper.Withheld,
        }));
        return answer;
    }

    public override async Task<Contract.ListSignalsResponse> ListSignals(Contract.ListSignalsRequest request, ServerCallContext context)
    {
        var (violations, caller) = (new Violations(), Caller.Of(context));
        var (from, until) = NeedRules.Months(request.From, request.Until, MonthsOfSignals, Today, "", violations);
        if (!Enum.IsDefined(request.Side)) violations.Add("side", "UNKNOWN_VALUE", "The side is not in the list.", "Choisissez les orientations envoyées ou reçues.");
        if (request.Theme.Length > 0) NeedRules.Theme(request.Theme, "theme", violations);
        violations.ThrowIfAny();
        var asked = new SignalQuestion(from, until, request.Side == Contract.SignalSide.Received, request.Theme, caller.Institution, OnlyOwn: !caller.LooksAfterNetwork);
        var question = $"signals/{asked}";
        var (after, size) = (Paging.Read(request.PageToken, question, parts: 1), Paging.Size(request.PageSize));

        await using var db = await databases.CreateDbContextAsync(context.CancellationToken);
        var signals = await SignalReader.ReadAsync(db, asked, context.CancellationToken);
        var page = signals.Where(signal => after is not [var last] || string.CompareOrdinal(signal.Place, last) > 0).Take(size + 1).ToList();
        var answer = new Contract.ListSignalsResponse();
        if (page.Count > size)
        {
            page.RemoveAt(size);
            answer.NextPageToken = Paging.Token(question, page[^1].Place);
        }
        answer.Signals.AddRange(page.Select(signal => new Contract.Signal
        {
            Institution = Codes.Institution(signal.Institution), Theme = signal.Theme, Month = signal.Month.ToDate(), Kind = (Contract.SignalKind)signal.Kind, Referrals = signal.Referrals ?? HeatMapMapper.Withheld,
        }));
        return answer;
    }

    private static NeedState[] States(IEnumerable<Contract.Need.Types.State> said, Violations violations)
    {
        var asked = said.Distinct().Order().ToList();
        if (asked.Exists(state => state == Contract.Need.Types.State.Unspecified || !Enum.IsDefined(state)))
            violations.Add("states", "UNKNOWN_VALUE", "A state is not in the list.", "Un état n'est pas dans la liste.");
        return asked.Count == 0 ? [NeedState.Open, NeedState.Planned] : [.. asked.Select(state => (NeedState)state)];
    }
}
