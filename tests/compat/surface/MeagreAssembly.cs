using System.Reflection;
using System.Reflection.Emit;

namespace Reseau.Compat.Tests;

/// <summary>
/// An assembly that falls short of Grpc.Core.Api in three ways: a field is a property, a property has another type, and most types are not there.
/// </summary>
internal static class MeagreAssembly
{
    public static void Write(string file)
    {
        var assembly = new PersistedAssemblyBuilder(new AssemblyName("Grpc.Core.Api"), typeof(object).Assembly);
        var module = assembly.DefineDynamicModule("Grpc.Core.Api");

        var status = module.DefineType("Grpc.Core.Status", TypeAttributes.Public | TypeAttributes.Sealed, typeof(ValueType));
        DefineGetter(status, "DefaultSuccess", status, MethodAttributes.Static);
        DefineGetter(status, "Detail", typeof(string));

        var writeOptions = module.DefineType("Grpc.Core.WriteOptions", TypeAttributes.Public);
        DefineGetter(writeOptions, "Flags", typeof(int));

        status.CreateType();
        writeOptions.CreateType();
        assembly.Save(file);
    }

    private static void DefineGetter(TypeBuilder type, string property, Type propertyType, MethodAttributes more = default)
    {
        var getter = type.DefineMethod($"get_{property}", MethodAttributes.Public | MethodAttributes.SpecialName | more, propertyType, Type.EmptyTypes);
        getter.GetILGenerator().ThrowException(typeof(NotSupportedException));
        type.DefineProperty(property, PropertyAttributes.None, propertyType, parameterTypes: null).SetGetMethod(getter);
    }
}
