namespace Reseau.Sidecar.State;

/// <summary>An entry is not at the version its writer believed. Thrown to undo the changes made with it.</summary>
public sealed class StaleEtagException() : Exception("possible etag mismatch. error from state store");
