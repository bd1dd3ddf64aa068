namespace Reseau.Sidecar.PubSub;

/// <summary>What an application made of an event, with its word for the log.</summary>
internal readonly record struct Answer(AnswerKind Kind, string Word);

/// <summary>What becomes of the event.</summary>
internal enum AnswerKind
{
    /// <summary>Settled.</summary>
    Handled,

    /// <summary>Settled: the application never wants it. It goes to the dead letter topic the application named, if any.</summary>
    GivenUp,

    /// <summary>Settled without a dead letter: the application has no such method.</summary>
    NotHandledHere,

    /// <summary>Offered again, a bounded number of times.</summary>
    Refused,

    /// <summary>Offered again, as long as it takes.</summary>
    Unreachable,
}
