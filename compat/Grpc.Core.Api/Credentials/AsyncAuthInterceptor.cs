namespace Grpc.Core;

/// <summary>Adds to the headers of a call what proves who makes it, such as a token.</summary>
public delegate Task AsyncAuthInterceptor(AuthInterceptorContext context, Metadata metadata);
