using Grpc.Core;
using Reseau.Training.V1;

namespace Reseau.Gateway.Tests.Hosts;

/// <summary>Figures of training that tests put in, and how they were asked for.</summary>
public sealed class TrainingFiguresStandIn : TrainingFiguresService.TrainingFiguresServiceBase
{
    public HeatMap Map { get; set; } = new();

    public SeatFigures Seats { get; set; } = new() { Total = new() };

    public GetHeatMapRequest LastHeatMap { get; private set; } = new();

    public GetSeatFiguresRequest LastSeats { get; private set; } = new();

    public override Task<HeatMap> GetHeatMap(GetHeatMapRequest request, ServerCallContext context)
    {
        LastHeatMap = request;
        return Task.FromResult(Map);
    }

    public override Task<SeatFigures> GetSeatFigures(GetSeatFiguresRequest request, ServerCallContext context)
    {
        LastSeats = request;
        if (request.Until?.Year < request.From?.Year) throw Refusals.Of(StatusCode.InvalidArgument, "INVALID_REQUEST", "À corriger.", ("until", "La fin de la période est avant son début."));
        return Task.FromResult(Seats);
    }
}
