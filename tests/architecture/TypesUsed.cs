using System.Reflection;
using System.Reflection.Emit;

namespace Reseau.Architecture.Tests;

/// <summary>Every type that a type uses: in its shape, and in the code of its methods.</summary>
internal static class TypesUsed
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    public static IEnumerable<Type> By(Type type) => Shape(type)
        .Concat(type.GetMembers(Own).OfType<MethodBase>().SelectMany(method => Signature(method).Concat(Code(method))))
        .SelectMany(Parts).Distinct();

    private static IEnumerable<Type> Shape(Type type) => type.GetInterfaces()
        .Concat(type.GetFields(Own).Select(field => field.FieldType))
        .Concat(type.BaseType is { } parent ? [parent] : []);

    private static IEnumerable<Type> Signature(MethodBase method) =>
        method.GetParameters().Select(parameter => parameter.ParameterType).Concat(method is MethodInfo { ReturnType: var answer } ? [answer] : []);

    private static IEnumerable<Type> Code(MethodBase method)
    {
        if (method.GetMethodBody() is not { } body) yield break;
        foreach (var local in body.LocalVariables) yield return local.LocalType;
        var bytes = body.GetILAsByteArray() ?? [];
        for (var at = 0; at < bytes.Length;)
        {
            var value = bytes[at] == 0xFE ? unchecked((short)((0xFE << 8) | bytes[at + 1])) : bytes[at];
            var code = OpCodesByValue[value];
            at += code.Size;
            if (code.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
            {
                foreach (var used in Named(method, BitConverter.ToInt32(bytes, at))) yield return used;
            }
            at += code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(bytes, at)),
                _ => 4,
            };
        }
    }

    private static IEnumerable<Type> Named(MethodBase method, int token)
    {
        var member = method.Module.ResolveMember(
            token, method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null, method.IsGenericMethod ? method.GetGenericArguments() : null);
        return member switch
        {
            Type type => [type],
            MethodBase called => [.. Signature(called), .. called.DeclaringType is { } owner ? (Type[])[owner] : []],
            FieldInfo { DeclaringType: { } owner } field => [field.FieldType, owner],
            _ => [],
        };
    }

    private static IEnumerable<Type> Parts(Type type)
    {
        if (type.HasElementType) return Parts(type.GetElementType()!);
        if (type.IsGenericParameter) return [];
        return type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition()) : [type];
    }
}
