using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Reseau.Hosting.Access;

/// <summary>
/// Validates a token once and remembers the answer for a minute at most: an information system sends the same token with
/// thousands of calls, and checking its signature each time costs more than routing the call. The gateway and each service
/// remember for themselves: none relies on another's check.
/// </summary>
internal sealed class RememberingTokenHandler(TimeProvider clock) : JsonWebTokenHandler, IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private readonly MemoryCache _answers = new(new MemoryCacheOptions { SizeLimit = 10_000 });

    /// <summary>Takes the place of the handlers that a scheme comes with.</summary>
    public void Serve(JwtBearerOptions bearer)
    {
        MapInboundClaims = false;
        bearer.TokenHandlers.Clear();
        bearer.TokenHandlers.Add(this);
    }

    public override async Task<TokenValidationResult> ValidateTokenAsync(string token, TokenValidationParameters validationParameters)
    {
        if (_answers.TryGetValue<TokenValidationResult>(token, out var known) && known is not null && !Expired(known)) return known;

        var answer = await base.ValidateTokenAsync(token, validationParameters);
        // Only good news is kept: a token may become valid, for instance when the realm's new key has been fetched.
        if (answer.IsValid) _answers.Set(token, answer, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Longest });
        return answer;
    }

    public void Dispose() => _answers.Dispose();

    private bool Expired(TokenValidationResult answer) => answer.SecurityToken.ValidTo <= clock.GetUtcNow().UtcDateTime;
}
