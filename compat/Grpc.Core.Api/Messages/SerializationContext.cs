using System.Buffers;

namespace Grpc.Core;

/// <summary>Where a marshaller puts the bytes of a message. Each way of doing so exists only where a transport supports it.</summary>
public abstract class SerializationContext
{
    /// <summary>Hands over the whole message at once; nothing may follow.</summary>
    public virtual void Complete(byte[] payload) => throw new NotImplementedException();

    /// <summary>A writer for the bytes of the message; <see cref="Complete()"/> follows.</summary>
    public virtual IBufferWriter<byte> GetBufferWriter() => throw new NotImplementedException();

    /// <summary>Announces the length of the message before its bytes; a transport that does not care ignores it.</summary>
    public virtual void SetPayloadLength(int payloadLength)
    {
    }

    /// <summary>Ends what was written through <see cref="GetBufferWriter"/>.</summary>
    public virtual void Complete() => throw new NotImplementedException();
}
