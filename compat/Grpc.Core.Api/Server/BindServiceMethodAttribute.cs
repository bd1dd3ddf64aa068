namespace Grpc.Core;

/// <summary>Says, on the base class of a service, which static method tells a binder of its methods.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = true)]
public class BindServiceMethodAttribute(Type bindType, string bindMethodName) : Attribute
{
    /// <summary>The type that has the method.</summary>
    public Type BindType { get; } = bindType;

    /// <summary>The name of the method: public, static, with a <see cref="ServiceBinderBase"/> and the base class as parameters.</summary>
    public string BindMethodName { get; } = bindMethodName;
}
