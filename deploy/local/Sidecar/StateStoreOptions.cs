namespace Reseau.Sidecar;

/// <summary>One state store component.</summary>
/// <param name="Name">Name applications use.</param>
/// <param name="KeyPrefix">Who shares a key.</param>
public sealed record StateStoreOptions(string Name, StateKeyPrefix KeyPrefix = StateKeyPrefix.AppId);
