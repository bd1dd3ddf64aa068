namespace Grpc.Core;

/// <summary>A further check of the server, after its certificate was found good; false ends the connection.</summary>
public delegate bool VerifyPeerCallback(VerifyPeerContext context);
