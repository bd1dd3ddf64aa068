using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Reseau.Compat.Tests;

/// <summary>The types and members of one assembly that a compiled assembly binds to, a line each.</summary>
internal static class UsedSurface
{
    public static IReadOnlySet<string> Read(string assemblyFile, string ofAssembly)
    {
        using var file = new PEReader(File.OpenRead(assemblyFile));
        var reader = file.GetMetadataReader();

        var types = reader.TypeReferences
            .Where(handle => ScopeOf(reader, handle) == ofAssembly)
            .Select(handle => SignatureText.NameOf(reader, handle))
            .ToHashSet(StringComparer.Ordinal);

        var members = reader.MemberReferences
            .Select(reader.GetMemberReference)
            .Select(member => (Type: DeclaringType(reader, member.Parent), Member: member))
            .Where(used => types.Contains(used.Type))
            .Select(used => LineOf(reader, used.Type, used.Member));

        return types.Select(type => $"type {type}").Concat(members).ToHashSet(StringComparer.Ordinal);
    }

    private static string ScopeOf(MetadataReader reader, TypeReferenceHandle handle)
    {
        var scope = reader.GetTypeReference(handle).ResolutionScope;
        return scope.Kind switch
        {
            HandleKind.AssemblyReference => reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)scope).Name),
            HandleKind.TypeReference => ScopeOf(reader, (TypeReferenceHandle)scope),
            _ => "",
        };
    }

    // Members of a constructed generic type are declared, and signed, on its definition.
    private static string DeclaringType(MetadataReader reader, EntityHandle parent) => parent.Kind switch
    {
        HandleKind.TypeReference => SignatureText.NameOf(reader, (TypeReferenceHandle)parent),
        HandleKind.TypeSpecification => reader.GetTypeSpecification((TypeSpecificationHandle)parent)
            .DecodeSignature(SignatureText.Instance, genericContext: null)
            .Split('<')[0]
            .Replace("struct ", "", StringComparison.Ordinal),
        _ => "",
    };

    private static string LineOf(MetadataReader reader, string type, MemberReference member)
    {
        var name = reader.GetString(member.Name);
        return member.GetKind() == MemberReferenceKind.Field
            ? SignatureText.Line(type, name, member.DecodeFieldSignature(SignatureText.Instance, genericContext: null))
            : SignatureText.Line(type, name, member.DecodeMethodSignature(SignatureText.Instance, genericContext: null));
    }
}
