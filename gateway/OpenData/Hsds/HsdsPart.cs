using System.Text.Json.Nodes;

namespace Reseau.Gateway.OpenData.Hsds;

/// <summary>Some records of a list, and how many the whole list has.</summary>
public sealed record HsdsPart(IReadOnlyList<JsonObject> Records, int Total);
