namespace Reseau.Training.Domain.Sessions;

/// <summary>What time does to a session; of two that are due together, the last one here comes first.</summary>
public enum SessionTimer
{
    /// <summary>It is soon.</summary>
    Remind = 1,

    /// <summary>Seats kept for an institution are for everyone.</summary>
    Release,

    /// <summary>It begins.</summary>
    Begin,
}
