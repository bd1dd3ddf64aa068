namespace Reseau.Training.Domain.Campaigns;

/// <summary>How a question is answered; numbers are those of the contract.</summary>
public enum QuestionKind
{
    /// <summary>A level from 0 to 3.</summary>
    Level = 1,

    /// <summary>One of the options.</summary>
    OneOf,

    /// <summary>As many of the options as apply.</summary>
    SeveralOf,

    /// <summary>A few words.</summary>
    Text,
}
