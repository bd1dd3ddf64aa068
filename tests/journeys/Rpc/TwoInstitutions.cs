using Reseau.Journeys.Local;
using Reseau.Referrals.V1;

namespace Reseau.Journeys.Rpc;

/// <summary>The CCAS and the CAF, each with its own channel to the gateway, and a third institution that is party to nothing.</summary>
public sealed class TwoInstitutions : IAsyncLifetime
{
    private readonly LocalEdition _edition;

    /// <summary>Opens nothing yet.</summary>
    public TwoInstitutions(LocalEdition edition) => _edition = edition;

    /// <summary>Sends.</summary>
    public Party Ccas { get; private set; } = null!;

    /// <summary>Answers.</summary>
    public Party Caf { get; private set; } = null!;

    /// <summary>Has nothing to do with it.</summary>
    public Party MissionLocale { get; private set; } = null!;

    /// <summary>A service of the CAF.</summary>
    public string Service { get; private set; } = "";

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        Ccas = await Party.SignInAsync(_edition, Party.Ccas);
        Caf = await Party.SignInAsync(_edition, Party.Caf);
        MissionLocale = await Party.SignInAsync(_edition, Party.MissionLocale);
        Service = await Requests.CafServiceAsync(Ccas);
    }

    /// <inheritdoc />
    public Task DisposeAsync()
    {
        Ccas.Dispose();
        Caf.Dispose();
        MissionLocale.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>A referral that the CCAS has just sent.</summary>
    public Task<Referral> SubmittedAsync() => Requests.SubmitAsync(Ccas, Requests.Submission(Service));

    /// <summary>A referral that the CAF has accepted.</summary>
    public async Task<Referral> AcceptedAsync()
    {
        var sent = await SubmittedAsync();
        return await Caf.Referrals.AcceptReferralAsync(new() { Name = sent.Name, Etag = sent.Etag, RequestId = Requests.NewId() });
    }

    /// <summary>What the sender reads now.</summary>
    public async Task<Referral> AsSenderAsync(string name) => await Ccas.Referrals.GetReferralAsync(new() { Name = name });
}
