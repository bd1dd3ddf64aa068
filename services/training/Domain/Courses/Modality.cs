namespace Reseau.Training.Domain.Courses;

/// <summary>How a training takes place; numbers are those of the contract.</summary>
public enum Modality
{
    /// <summary>Together in a place.</summary>
    OnSite = 1,

    /// <summary>At a distance.</summary>
    Remote,

    /// <summary>A colleague shows.</summary>
    Peer,
}
