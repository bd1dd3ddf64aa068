using System.Text;
using Grpc.Core.Utils;

namespace Grpc.Core;

/// <summary>One thing a connection proved of the caller.</summary>
public class AuthProperty
{
    private readonly byte[] _valueBytes;

    private AuthProperty(string name, byte[] valueBytes)
    {
        Name = name;
        _valueBytes = valueBytes;
    }

    /// <summary>What kind of thing it is.</summary>
    public string Name { get; }

    /// <summary>The value read as UTF-8.</summary>
    public string Value => Encoding.UTF8.GetString(_valueBytes);

    /// <summary>A copy of the value.</summary>
    public byte[] ValueBytes => [.. _valueBytes];

    /// <summary>A property with its own copy of the value.</summary>
    public static AuthProperty Create(string name, byte[] valueBytes) =>
        new(GrpcPreconditions.CheckNotNull(name, nameof(name)), [.. GrpcPreconditions.CheckNotNull(valueBytes, nameof(valueBytes))]);
}
