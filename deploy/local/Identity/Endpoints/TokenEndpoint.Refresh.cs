using Reseau.Identity.Realm;
using Reseau.Identity.Sessions;

namespace Reseau.Identity.Endpoints;

internal sealed partial class TokenEndpoint
{
    private async Task<TokenAnswer> RefreshAsync(ClientDocument client, Func<string, string?> form)
    {
        if (form("refresh_token") is not { } presented) return TokenAnswer.Refused("invalid_request", "No refresh token");
        if (await tokens.ReadAsync(presented, "Refresh") is not { } token || token.Azp != client.ClientId)
            return TokenAnswer.Refused("invalid_grant", "Invalid refresh token");

        var (outcome, session, held) = sessions.Rotate(token.GetPayloadValue<string>("sid"), client.ClientId, token.Id);
        if (outcome is Rotation.Reused)
        {
            Log.RefreshTokenReused(logger, client.ClientId);
            return TokenAnswer.Refused("invalid_grant", "Maximum allowed refresh token reuse exceeded");
        }

        if (session is null || realm.FindSubject(session.Subject) is not { } account) return TokenAnswer.Refused("invalid_grant", "Session not active");
        var nonce = token.TryGetPayloadValue<string>("nonce", out var value) ? value : null;
        return Give(new(client, account, token.GetPayloadValue<string>("scope"), session, nonce), held);
    }
}
