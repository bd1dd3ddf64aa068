using Reseau.Gateway.Portal.Forms;
using Reseau.Training.V1;

namespace Reseau.Gateway.Portal.Calls;

/// <summary>
/// What a person does with trainings needs their record of a professional. Whoever has none yet is tied to it, or gets one, on the way:
/// nobody should have to know that there is such a thing before they enrol.
/// </summary>
public static class OwnRecord
{
    private const string Refused = "NOT_ALLOWED";

    /// <summary>Asks; when the caller may not, makes sure of their record and asks again.</summary>
    public static async Task<Answer<T>> WithAsync<T>(ServiceCalls calls, Func<Task<Answer<T>>> ask) where T : class
    {
        var answer = await ask();
        if (answer.Succeeded || answer.Problem.Reason != Refused) return answer;

        var claim = new ClaimProfessionalRequest { RequestId = RequestId.New() };
        var claimed = await calls.Professionals((professionals, options) => professionals.ClaimProfessionalAsync(claim, options));
        // The first refusal says more about what was asked for.
        return claimed.Succeeded ? await ask() : answer;
    }
}
