using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Reseau.Compat.Tests;

/// <summary>The types and members an assembly offers to others, a line each. What a type inherits counts as its own.</summary>
internal static class OfferedSurface
{
    public static IReadOnlySet<string> Read(string assemblyFile)
    {
        using var file = new PEReader(File.OpenRead(assemblyFile));
        var reader = file.GetMetadataReader();

        return reader.TypeDefinitions
            .Where(handle => IsVisible(reader.GetTypeDefinition(handle).Attributes))
            .SelectMany(handle => LinesOf(reader, handle))
            .ToHashSet(StringComparer.Ordinal);
    }

    private static IEnumerable<string> LinesOf(MetadataReader reader, TypeDefinitionHandle handle)
    {
        var name = SignatureText.NameOf(reader, handle);
        yield return $"type {name}";

        for (var current = handle; !current.IsNil; current = BaseOf(reader, current))
        {
            var type = reader.GetTypeDefinition(current);
            foreach (var field in type.GetFields().Select(reader.GetFieldDefinition).Where(field => IsVisible(field.Attributes)))
                yield return SignatureText.Line(name, reader.GetString(field.Name), field.DecodeSignature(SignatureText.Instance, genericContext: null));

            foreach (var method in type.GetMethods().Select(reader.GetMethodDefinition).Where(method => IsVisible(method.Attributes)))
                yield return SignatureText.Line(name, reader.GetString(method.Name), method.DecodeSignature(SignatureText.Instance, genericContext: null));
        }
    }

    // Bases in other assemblies end the walk: a compiler names the type that declares a member, so their members are looked for there.
    private static TypeDefinitionHandle BaseOf(MetadataReader reader, TypeDefinitionHandle handle) =>
        reader.GetTypeDefinition(handle).BaseType is { IsNil: false, Kind: HandleKind.TypeDefinition } known
            ? (TypeDefinitionHandle)known
            : default;

    private static bool IsVisible(TypeAttributes attributes) => (attributes & TypeAttributes.VisibilityMask)
        is TypeAttributes.Public or TypeAttributes.NestedPublic or TypeAttributes.NestedFamily or TypeAttributes.NestedFamORAssem;

    private static bool IsVisible(FieldAttributes attributes) => (attributes & FieldAttributes.FieldAccessMask)
        is FieldAttributes.Public or FieldAttributes.Family or FieldAttributes.FamORAssem;

    private static bool IsVisible(MethodAttributes attributes) => (attributes & MethodAttributes.MemberAccessMask)
        is MethodAttributes.Public or MethodAttributes.Family or MethodAttributes.FamORAssem;
}
