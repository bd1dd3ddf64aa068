namespace Grpc.Core.Utils;

/// <summary>Checks at the start of a method.</summary>
public static class GrpcPreconditions
{
    /// <summary>Demands something of an argument.</summary>
    /// <exception cref="ArgumentException">It does not hold.</exception>
    public static void CheckArgument(bool condition)
    {
        if (!condition) throw new ArgumentException(message: null);
    }

    /// <summary>Demands something of an argument, in words.</summary>
    /// <exception cref="ArgumentException">It does not hold.</exception>
    public static void CheckArgument(bool condition, string errorMessage)
    {
        if (!condition) throw new ArgumentException(errorMessage);
    }

    /// <summary>Demands a reference, and gives it back.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public static T CheckNotNull<T>(T reference) => reference is null ? throw new ArgumentNullException() : reference;

    /// <summary>Demands a reference by the name of its parameter, and gives it back.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public static T CheckNotNull<T>(T reference, string paramName) =>
        reference is null ? throw new ArgumentNullException(paramName) : reference;

    /// <summary>Demands something of the object's state.</summary>
    /// <exception cref="InvalidOperationException">It does not hold.</exception>
    public static void CheckState(bool condition)
    {
        if (!condition) throw new InvalidOperationException();
    }

    /// <summary>Demands something of the object's state, in words.</summary>
    /// <exception cref="InvalidOperationException">It does not hold.</exception>
    public static void CheckState(bool condition, string errorMessage)
    {
        if (!condition) throw new InvalidOperationException(errorMessage);
    }
}
