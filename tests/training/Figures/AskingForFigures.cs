using Grpc.Core;
using Reseau.Hosting.Contracts;
using Reseau.Kernel.Calendar;
using Reseau.Testing.Databases;
using Reseau.Testing.Hosts;
using Reseau.Training.V1;
using static Reseau.Testing.Contracts.EveryMethod;
using static Reseau.Training.Tests.Rpc.Network;
using Date = Google.Type.Date;
using EnrolmentState = Reseau.Training.Domain.Sessions.EnrolmentState;
using Function = Reseau.Training.Domain.Professionals.Function;

namespace Reseau.Training.Tests.Figures;

/// <summary>Figures through the service: who is told what, and that they are those of the moment.</summary>
public sealed class AskingForFigures
{
    private const string Ccas = "ccas-rennes";
    private const string Caf = "caf-35";
    private const string Culture = "skills/essai-culture";
    private const string Pix = "skills/essai-pix";
    private const string Course = "courses/pix";
    private const string Other = "courses/autre";

    [Theory, OnEveryProvider]
    public async Task The_network_is_told_counts_and_an_institution_its_own(DatabaseProvider provider)
    {
        var (host, _) = await StartedAsync(provider);
        await KnownAsync(host);
        await Records.AddAsync(host,
        [
            .. Some(6, Ccas, Function.ReceptionAgent, 6), .. Some(3, Ccas, Function.Librarian, 2),
            .. Some(20, Caf, Function.ReceptionAgent, 12), .. Some(15, "departement-35", Function.SocialWorker, 3),
        ]);

        var network = await (await host.FiguresAsync(Sofia)).GetHeatMapAsync(new());
        // Beside the words every network begins with.
        Assert.Equal(2, network.Skills.Count(skill => skill is Culture or Pix));
        // The three of the département are few; with them goes the next smallest, so that they are not the rest.
        Assert.Equal(["institutions/caf-35: 20 12 0", "institutions/ccas-rennes: 9 -1 0", "institutions/departement-35: 15 -1 0"], Lines(network));
        Assert.Equal(["institutions/ccas-rennes: 9 8 0"], Lines(await (await host.FiguresAsync(Yann)).GetHeatMapAsync(new())));
        Assert.Equal(["LIBRARIAN: 3 2 0", "RECEPTION_AGENT: 6 6 0"], Lines(await (await host.FiguresAsync(Yann)).GetHeatMapAsync(new() { Rows = FigureRows.Function })));
        Assert.Equal(["structures/caf-35: 20 12 0"], Lines(await (await host.FiguresAsync(CafSystem)).GetHeatMapAsync(new() { Rows = FigureRows.Site })));
        await host.DisposeAsync();
    }

    [Theory, OnEveryProvider]
    public async Task What_happened_a_moment_ago_is_counted_whoever_counted_before(DatabaseProvider provider)
    {
        var (host, _) = await StartedAsync(provider);
        await KnownAsync(host);
        await Records.AddAsync(host, ("professionals/one", [.. Records.Professional(Ccas, Function.Other, []).Events]));
        var yann = await host.FiguresAsync(Yann);
        Assert.Equal(["institutions/ccas-rennes: 1 0 0"], Lines(await yann.GetHeatMapAsync(new())));

        await Records.AddAsync(host, "professionals/one", 1, Records.Shown(Pix));
        await Records.AddAsync(host, Records.Professional(Ccas, Function.Other, [], Records.Shown(Culture)));
        Assert.Equal(["institutions/ccas-rennes: 2 1 1"], Lines(await yann.GetHeatMapAsync(new())));

        await host.StopAsync();
        await host.StartAsync();
        Assert.Equal(["institutions/ccas-rennes: 2 1 1"], Lines(await (await host.FiguresAsync(Yann)).GetHeatMapAsync(new())));
        await host.DisposeAsync();
    }

    [Theory, OnEveryProvider]
    public async Task What_became_of_seats_is_counted_for_the_sessions_that_took_place(DatabaseProvider provider)
    {
        var (host, clock) = await StartedAsync(provider);
        await KnownAsync(host);
        var now = clock.GetUtcNow();
        await Records.AddAsync(host,
            Records.Session(Course, now.AddDays(-2), closed: true, 100_00,
            [
                .. Records.Many(7, Caf, EnrolmentState.Attended), .. Records.Many(5, Caf, EnrolmentState.Absent), .. Records.Many(2, Ccas, EnrolmentState.Attended),
                .. Records.Many(6, "departement-35", EnrolmentState.Attended), .. Records.Many(5, "departement-35", EnrolmentState.Refused), .. Records.Many(9, "departement-35", EnrolmentState.Absent),
            ]),
            Records.Session(Other, now.AddDays(-3), closed: true, 50_00, [.. Records.Many(8, Caf, EnrolmentState.AttendedPartly), .. Records.Many(5, Caf, EnrolmentState.NotServed)]),
            Records.Session(Other, now.AddDays(-1), closed: false, 50_00, Records.Many(8, Caf, EnrolmentState.Enrolled)),
            Records.Session(Course, now.AddDays(-800), closed: true, 50_00, Records.Many(8, Caf, EnrolmentState.Attended)));
        var period = new GetSeatFiguresRequest { From = Day(host, -10), Until = Day(host, 0) };

        var network = await (await host.FiguresAsync(Sofia)).GetSeatFiguresAsync(period);
        // Of the CCAS two were there, which are few; the next smallest goes with them, and their absent with those who were there.
        Assert.Equal(["institutions/caf-35: 0 15 7 5 0 0 5 160000", "institutions/ccas-rennes: 0 -1 -1 -1 0 0 0 -1", "institutions/departement-35: 0 -1 -1 -1 0 5 0 -1"], network.Rows.Select(Line));
        Assert.Equal(": 24 23 15 14 0 5 5 330000", Line(network.Total));

        var courses = new GetSeatFiguresRequest(period) { Rows = FigureRows.Course };
        Assert.Equal(["courses/autre: 12 8 0 0 0 0 5 40000", "courses/pix: 12 15 15 14 0 5 0 290000"], (await (await host.FiguresAsync(Sofia)).GetSeatFiguresAsync(courses)).Rows.Select(Line));

        var own = await (await host.FiguresAsync(Yann)).GetSeatFiguresAsync(courses);
        Assert.Equal(["courses/pix: 12 2 2 0 0 0 0 20000"], own.Rows.Select(Line));
        Assert.Equal((12, 100_00L), (own.Total.SeatsOffered, own.Total.CostPerCompletedCents));
        Assert.Empty((await (await host.FiguresAsync(Yann)).GetSeatFiguresAsync(new() { From = Day(host, 1), Until = Day(host, 2) })).Rows);
        await host.DisposeAsync();
    }

    [Fact]
    public async Task Questions_that_make_no_sense_are_refused_with_what_is_wrong()
    {
        var (host, _) = await StartedAsync(DatabaseProvider.Sqlite);
        var sofia = await host.FiguresAsync(Sofia);

        Assert.Equal(["functions", "level", "rows"], await WrongAsync(sofia.GetHeatMapAsync(new() { Rows = FigureRows.Course, Level = (SkillLevel)7, Functions = { V1.Function.Unspecified } })));
        Assert.Equal(["from", "rows"], await WrongAsync(sofia.GetSeatFiguresAsync(new() { Rows = FigureRows.Site, From = new() { Year = 2026, Month = 2, Day = 30 } })));
        Assert.Equal(["until"], await WrongAsync(sofia.GetSeatFiguresAsync(new() { From = Day(host, 1), Until = Day(host, 0) })));
        Assert.Equal(["until"], await WrongAsync(sofia.GetSeatFiguresAsync(new() { Until = new() { Year = 9999, Month = 12, Day = 31 } })));
        await host.DisposeAsync();
    }

    private static Task KnownAsync(TrainingHost host) => Records.AddAsync(host, Records.Skill(Culture), Records.Skill(Pix), Records.Course(Course), Records.Course(Other));

    private static IEnumerable<(string, object[])> Some(int count, string institution, Function function, int holding) => Enumerable.Range(0, count)
        .Select(number => Records.Professional(institution, function, [$"structures/{institution}"], number < holding ? [Records.Shown(Culture)] : Array.Empty<object>()));

    private static IEnumerable<string> Lines(HeatMap map) => map.Rows.Select(row => $"{row.Key}: {row.Persons} {row.Holders[map.Skills.IndexOf(Culture)]} {row.Holders[map.Skills.IndexOf(Pix)]}");

    private static string Line(SeatFigureRow row) => $"{row.Key}: {row.SeatsOffered} {row.Attended} {row.Completed} {row.Absent} {row.Withdrawn} {row.Refused} {row.NotServed} {row.CostCents}";

    private static async Task<IEnumerable<string>> WrongAsync<T>(AsyncUnaryCall<T> call) => DetailOf<Google.Rpc.BadRequest>(await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync))
        .FieldViolations.Select(violation => violation.Field).Order(StringComparer.Ordinal);

    private static Date Day(TrainingHost host, int days) => FrenchDay.Of(host.Clock.GetUtcNow()).AddDays(days).ToDate();
}
