using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Reseau.Hosting.Access;
using Reseau.Hosting.Contracts;
using Reseau.Kernel;
using Reseau.Kernel.Calendar;
using Reseau.Training.Domain;
using Reseau.Training.Domain.Figures;
using Reseau.Training.Figures;
using Reseau.Training.Views;
using Contract = Reseau.Training.V1;

namespace Reseau.Training.Rpc;

/// <summary>The API of the figures of training: counts only, small ones withheld outside one's institution.</summary>
internal sealed partial class TrainingFiguresEndpoint(PeopleTable people, IDbContextFactory<TrainingDb> databases, TimeProvider clock) : Contract.TrainingFiguresService.TrainingFiguresServiceBase
{
    private static readonly FigureRows[] RowsOfPersons = [FigureRows.Institution, FigureRows.Function, FigureRows.Site];
    private static readonly FigureRows[] RowsOfSeats = [FigureRows.Institution, FigureRows.Course];

    public override async Task<Contract.HeatMap> GetHeatMap(Contract.GetHeatMapRequest request, ServerCallContext context)
    {
        var (violations, caller) = (new Violations(), Caller.Of(context));
        var rows = FigureRules.Rows(request.Rows, RowsOfPersons, violations);
        if (!Enum.IsDefined(request.Level)) violations.Add("level", "UNKNOWN_VALUE", "The level is not in the list.", "Choisissez un niveau de la liste.");
        var functions = PlanRules.Functions(request.Functions, "functions", violations);
        violations.ThrowIfAny();

        var now = await people.ReadAsync(context.CancellationToken);
        var own = now.Names.Institutions.Find(caller.Institution);
        var asked = new HeatMapQuestion(rows, Math.Max(1, (int)request.Level), request.Declared, FunctionSet.Of(functions.Select(function => (int)function)), FrenchDay.Of(clock.GetUtcNow()).DayNumber)
        {
            Only = caller.LooksAfterNetwork ? null : own, Own = own,
        };
        var counts = HeatMapCounts.Of(now.Persons, asked, now.Names.Institutions.Count, now.Names.Sites.Count, now.Names.Skills.Count);
        await using var db = await databases.CreateDbContextAsync(context.CancellationToken);
        var skills = await db.Skills.AsNoTracking().Where(row => !row.Retired).ToListAsync(context.CancellationToken);
        return HeatMapMapper.ToMessage(counts, [.. skills.InOrder().Select(skill => skill.Name)], now.Names);
    }

    public override async Task<Contract.SeatFigures> GetSeatFigures(Contract.GetSeatFiguresRequest request, ServerCallContext context)
    {
        var (violations, caller, today) = (new Violations(), Caller.Of(context), FrenchDay.Of(clock.GetUtcNow()));
        var rows = FigureRules.Rows(request.Rows, RowsOfSeats, violations);
        var until = violations.Day("until", request.Until) ?? today;
        var from = violations.Day("from", request.From) ?? new DateOnly(today.Year, 1, 1);
        if (from > until) violations.Add("until", "OUT_OF_RANGE", "until is before from.", "La fin de la période est avant son début.");
        if (until == DateOnly.MaxValue) violations.Add("until", "OUT_OF_RANGE", "until is too far.", "Cette date est trop lointaine.");
        violations.ThrowIfAny();

        await using var db = await databases.CreateDbContextAsync(context.CancellationToken);
        var asked = new SeatQuestion(FrenchDay.StartOf(from), FrenchDay.StartOf(until.AddDays(1)), rows == FigureRows.Course, caller.Institution, OnlyOwn: !caller.LooksAfterNetwork);
        var (groups, offered) = await SeatReader.ReadAsync(db, asked, context.CancellationToken);
        var told = SeatSuppression.Tell(groups, offered);
        var answer = new Contract.SeatFigures { Total = ToMessage(told.Total, key: "") };
        answer.Rows.AddRange(told.Groups.Select(row => ToMessage(row, asked.ByCourse ? row.Key : Codes.Institution(row.Key))));
        return answer;
    }

    private static Contract.SeatFigureRow ToMessage(ToldSeats seats, string key) => new()
    {
        Key = key,
        SeatsOffered = seats.Offered,
        Attended = seats.Attended ?? HeatMapMapper.Withheld,
        Completed = seats.Completed ?? HeatMapMapper.Withheld,
        Absent = seats.Absent ?? HeatMapMapper.Withheld,
        Withdrawn = seats.Withdrawn ?? HeatMapMapper.Withheld,
        Refused = seats.Refused ?? HeatMapMapper.Withheld,
        NotServed = seats.NotServed ?? HeatMapMapper.Withheld,
        CostCents = seats.CostCents ?? HeatMapMapper.Withheld,
        CostPerCompletedCents = seats.CostPerCompletedCents ?? HeatMapMapper.Withheld,
    };
}
