namespace Reseau.Gateway.Session;

/// <summary>The shared state that holds the sessions does not answer. Nobody can sign in until it does.</summary>
public sealed class SessionStoreException(Exception cause) : Exception("The session store does not answer.", cause);
