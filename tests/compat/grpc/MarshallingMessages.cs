using Grpc.Core;

namespace Reseau.Compat.Tests;

public sealed class MarshallingMessages
{
    [Fact]
    public void A_marshaller_over_arrays_serves_contexts_too()
    {
        var context = new ArrayContext();
        Marshallers.StringMarshaller.ContextualSerializer("café", context);

        Assert.Equal("café"u8.ToArray(), context.Payload);
        Assert.Equal("café", Marshallers.StringMarshaller.ContextualDeserializer(new ArraySource("café"u8.ToArray())));
    }

    [Fact]
    public void A_marshaller_over_contexts_does_not_serve_arrays()
    {
        var marshaller = Marshallers.Create<string>((_, context) => context.Complete(), context => $"{context.PayloadLength}");

        Assert.Equal("3", marshaller.ContextualDeserializer(new ArraySource([1, 2, 3])));
        Assert.Throws<NotImplementedException>(() => marshaller.Serializer("a"));
        Assert.Throws<NotImplementedException>(() => marshaller.Deserializer([]));
    }

    [Fact]
    public void A_context_refuses_the_forms_it_does_not_offer()
    {
        var target = new ArrayContext();
        target.SetPayloadLength(3);

        Assert.Throws<NotImplementedException>(target.GetBufferWriter);
        Assert.Throws<NotImplementedException>(target.Complete);
        Assert.Throws<NotImplementedException>(() => new ArraySource([]).PayloadAsReadOnlySequence().Length);
    }

    private sealed class ArrayContext : SerializationContext
    {
        public byte[] Payload { get; private set; } = [];

        public override void Complete(byte[] payload) => Payload = payload;
    }

    private sealed class ArraySource(byte[] payload) : DeserializationContext
    {
        public override int PayloadLength => payload.Length;

        public override byte[] PayloadAsNewBuffer() => payload;
    }
}
