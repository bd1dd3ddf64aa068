using Concurrency = Dapr.Client.Autogen.Grpc.v1.StateOptions.Types.StateConcurrency;
using Consistency = Dapr.Client.Autogen.Grpc.v1.StateOptions.Types.StateConsistency;

namespace Dapr.Client;

/// <summary>The options' words on the wire.</summary>
internal static class Wire
{
    public static Autogen.Grpc.v1.StateOptions? Of(StateOptions? options)
    {
        if (options is null) return null;
        var wire = new Autogen.Grpc.v1.StateOptions();
        if (options.Consistency is { } consistency) wire.Consistency = Of(consistency);
        if (options.Concurrency is { } concurrency) wire.Concurrency = Of(concurrency);
        return wire;
    }

    public static Consistency Of(ConsistencyMode mode) => mode switch
    {
        ConsistencyMode.Eventual => Consistency.ConsistencyEventual,
        ConsistencyMode.Strong => Consistency.ConsistencyStrong,
        _ => throw new ArgumentException($"{mode} is not a consistency.", nameof(mode)),
    };

    public static Autogen.Grpc.v1.Etag? Etag(string? etag) => etag is null ? null : new() { Value = etag };

    private static Concurrency Of(ConcurrencyMode mode) => mode switch
    {
        ConcurrencyMode.FirstWrite => Concurrency.ConcurrencyFirstWrite,
        ConcurrencyMode.LastWrite => Concurrency.ConcurrencyLastWrite,
        _ => throw new ArgumentException($"{mode} is not a concurrency.", nameof(mode)),
    };
}
