using Reseau.Conventions.Signing;

namespace Reseau.Conventions.Documents;

/// <summary>Levels of signatures in French.</summary>
internal static class SigningWords
{
    public static string Of(SignatureLevel level) => level switch
    {
        SignatureLevel.Advanced => "avancée (article 26)",
        SignatureLevel.Qualified => "qualifiée (article 3, point 12)",
        _ => "simple (article 3, point 10)",
    };
}
