using Grpc.Core;
using Reseau.Training.V1;

namespace Reseau.Gateway.Tests.Hosts;

/// <summary>Figures of training that tests put in.</summary>
public sealed class TrainingFiguresStandIn : TrainingFiguresService.TrainingFiguresServiceBase
{
    public HeatMap HeatMap { get; set; } = new();

    public SeatFigures Seats { get; set; } = new() { Total = new() };

    public override Task<HeatMap> GetHeatMap(GetHeatMapRequest request, ServerCallContext context) => Task.FromResult(HeatMap);

    public override Task<SeatFigures> GetSeatFigures(GetSeatFiguresRequest request, ServerCallContext context) => Task.FromResult(Seats);
}
