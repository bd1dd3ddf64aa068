using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace Reseau.Identity.Tokens;

/// <summary>
/// The RSA key that signs access and ID tokens, and the secret that signs refresh tokens, which only this provider reads.
/// Both are made at the first start and kept in the data directory, so tokens outlive a restart.
/// </summary>
public sealed class SigningKeys : IDisposable
{
    private readonly RSA _rsa;

    private SigningKeys(RSA rsa, byte[] refreshSecret)
    {
        _rsa = rsa;
        var id = Base64UrlEncoder.Encode(SHA256.HashData(rsa.ExportSubjectPublicKeyInfo()));
        var key = new RsaSecurityKey(rsa) { KeyId = id };
        Verification = key;
        Signing = new(key, SecurityAlgorithms.RsaSha256);
        Refresh = new(new SymmetricSecurityKey(refreshSecret) { KeyId = "refresh" }, SecurityAlgorithms.HmacSha512);
    }

    /// <summary>Signs access and ID tokens.</summary>
    public SigningCredentials Signing { get; }

    /// <summary>Verifies access and ID tokens.</summary>
    public SecurityKey Verification { get; }

    /// <summary>Signs and verifies refresh tokens.</summary>
    public SigningCredentials Refresh { get; }

    /// <summary>Reads the keys kept in <paramref name="directory"/>, making them first if there are none.</summary>
    public static SigningKeys Load(string directory)
    {
        var pem = PrivateFile.ReadOrCreate(Path.Combine(directory, "signing-key.pem"), () =>
        {
            using var made = RSA.Create(2048);
            return Encoding.ASCII.GetBytes(made.ExportPkcs8PrivateKeyPem());
        });
        var secret = PrivateFile.ReadOrCreate(Path.Combine(directory, "refresh-secret"), () => RandomNumberGenerator.GetBytes(64));

        var rsa = RSA.Create();
        rsa.ImportFromPem(Encoding.ASCII.GetString(pem));
        return new(rsa, secret);
    }

    /// <summary>The public key, as a JSON web key set.</summary>
    public JsonObject PublicKeySet()
    {
        var key = _rsa.ExportParameters(includePrivateParameters: false);
        return new()
        {
            ["keys"] = new JsonArray(new JsonObject
            {
                ["kid"] = Verification.KeyId, ["kty"] = "RSA", ["alg"] = SecurityAlgorithms.RsaSha256, ["use"] = "sig",
                ["n"] = Base64UrlEncoder.Encode(key.Modulus), ["e"] = Base64UrlEncoder.Encode(key.Exponent),
            }),
        };
    }

    /// <inheritdoc/>
    public void Dispose() => _rsa.Dispose();
}
