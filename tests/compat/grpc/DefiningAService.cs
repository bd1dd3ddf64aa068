using Grpc.Core;

namespace Reseau.Compat.Tests;

public sealed class DefiningAService
{
    private static readonly Method<string, string> First = Named("First");
    private static readonly Method<string, string> Second = Named("Second");
    private static readonly UnaryServerMethod<string, string> Handler = (request, _) => Task.FromResult(request);

    [Fact]
    public void A_method_has_the_path_it_is_called_by()
    {
        Assert.Equal("/t.Service/First", First.FullName);
        Assert.Throws<ArgumentNullException>(() => Named(null!));
    }

    [Fact]
    public void A_binder_is_told_of_the_methods_in_their_order()
    {
        var binder = new RecordingBinder();

        ServerServiceDefinition.CreateBuilder().AddMethod(Second, Handler).AddMethod(First, Handler).Build().BindService(binder);

        Assert.Equal(["Second", "First"], binder.Names);
    }

    [Fact]
    public void The_same_method_twice_is_refused() => Assert.Throws<ArgumentException>(
        () => ServerServiceDefinition.CreateBuilder().AddMethod(First, Handler).AddMethod(Named("First"), Handler));

    [Fact]
    public void A_binder_that_does_not_know_a_kind_of_method_says_so() =>
        Assert.Throws<NotImplementedException>(() => new ServiceBinderBase().AddMethod(First, Handler));

    private static Method<string, string> Named(string name) =>
        new(MethodType.Unary, "t.Service", name, Marshallers.StringMarshaller, Marshallers.StringMarshaller);

    private sealed class RecordingBinder : ServiceBinderBase
    {
        public List<string> Names { get; } = [];

        public override void AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse>? handler) => Names.Add(method.Name);
    }
}
