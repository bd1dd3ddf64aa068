namespace Reseau.Conventions.Domain;

/// <summary>In what capacity a convention is moved. One institution may be author and party at once.</summary>
public enum Side
{
    /// <summary>A: the institution that began it.</summary>
    Author = 1,

    /// <summary>P: an institution that it binds.</summary>
    Party,

    /// <summary>T: nobody's institution; time has passed, or a convention that follows it is signed.</summary>
    Clock,
}
