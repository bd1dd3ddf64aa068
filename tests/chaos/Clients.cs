using Grpc.Core;
using Reseau.Journeys.Local;
using Reseau.Referrals.V1;

namespace Reseau.Chaos;

/// <summary>
/// Several information systems at once: each sends a person, has them accepted and closes the referral, then begins again.
/// A command without answer is sent again, with the same request id, to the next life; one submission in ten is given up
/// instead, as when the client dies too.
/// </summary>
public sealed class Clients(Ledger ledger, int seed)
{
    private const int Count = 8;
    private const int GivesUpOneIn = 10;
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);

    private readonly Lock _gate = new();
    private TaskCompletionSource<Life> _next = NewLife();
    private Life? _current;
    private volatile bool _ending;
    private Task _work = Task.CompletedTask;

    /// <summary>Starts calling as soon as there is a life.</summary>
    public void Begin(string service) => _work = Task.WhenAll(Enumerable.Range(0, Count).Select(index => WorkAsync(service, new Random(seed + index))));

    /// <summary>The network lives.</summary>
    public void Use(Life life)
    {
        lock (_gate)
        {
            _current = life;
            _next.SetResult(life);
            _next = NewLife();
        }
    }

    /// <summary>Nothing is asked until the next life.</summary>
    public void Rest()
    {
        lock (_gate) _current = null;
    }

    /// <summary>No new referral is begun; every command already sent gets its answer.</summary>
    public Task EndAsync()
    {
        _ending = true;
        return _work;
    }

    private async Task WorkAsync(string service, Random chance)
    {
        while (!_ending)
        {
            var submission = Requests.Submission(service);
            if (await AskAsync(submission.RequestId, (to, options) => to.Ccas.Referrals.SubmitReferralAsync(submission, options), chance) is not { } sent) continue;

            var acceptance = new AcceptReferralRequest { Name = sent.Name, Etag = sent.Etag, RequestId = Requests.NewId(), Message = "Nous appelons la personne." };
            var accepted = await AskAsync(acceptance.RequestId, (to, options) => to.Caf.Referrals.AcceptReferralAsync(acceptance, options), null);
            if (accepted is null) continue;

            var completion = new CompleteReferralRequest { Name = sent.Name, Etag = accepted.Etag, RequestId = Requests.NewId(), Outcome = Referral.Types.Outcome.Served };
            await AskAsync(completion.RequestId, (to, options) => to.Caf.Referrals.CompleteReferralAsync(completion, options), null);
        }
    }

    /// <summary>Sends a command until it is answered, or given up; null when there is nothing to go on with.</summary>
    private async Task<Referral?> AskAsync(string requestId, Func<Life, CallOptions, AsyncUnaryCall<Referral>> call, Random? givesUp)
    {
        for (var life = await OtherThanAsync(null); ;)
        {
            try
            {
                using var asked = call(life, new(deadline: DateTime.UtcNow + Deadline));
                var answer = await asked;
                ledger.Acknowledge(requestId, answer.Name, answer.Etag);
                return answer;
            }
            catch (RpcException failure) when (IsLost(failure.StatusCode))
            {
                if (givesUp?.Next(GivesUpOneIn) == 0)
                {
                    ledger.Abandon(requestId);
                    return null;
                }
            }
            catch (ObjectDisposedException)
            {
                // That life is over.
            }
            catch (RpcException refusal)
            {
                ledger.Surprise($"{refusal.Status}");
                return null;
            }
            life = await OtherThanAsync(life);
        }
    }

    /// <summary>The life of now; the next one when <paramref name="dead"/> is still the latest.</summary>
    private Task<Life> OtherThanAsync(Life? dead)
    {
        lock (_gate) return _current is { } life && life != dead ? Task.FromResult(life) : _next.Task;
    }

    // What a caller sees when the process behind the connection dies, at whatever point of the call.
    private static bool IsLost(StatusCode code) => code is StatusCode.Unavailable or StatusCode.Cancelled or StatusCode.DeadlineExceeded or StatusCode.Internal;

    private static TaskCompletionSource<Life> NewLife() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
