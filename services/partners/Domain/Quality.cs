namespace Reseau.Partners.Domain;

/// <summary>
/// How well a service is described: data.inclusion's quality score, the mean of ten criteria of which those that do not apply are left out.
/// Rules and weights are that schema's (score_qualite), so that a service has the same score here and in the national repository.
/// </summary>
public sealed record Quality(double Score, IReadOnlyList<QualityCriterion> Criteria)
{
    private const int FreshDays = 183;
    private const int StaleDays = 730;
    private const int ShortestGood = 200;
    private const int LongestGood = 2000;

    /// <summary>Scores a service on a day.</summary>
    public static Quality Of(Service service, Structure structure, DateOnly freshOn, DateOnly today)
    {
        List<QualityCriterion> criteria = [];
        if (IsOnSite(service)) Add("adresse", HasAddress(service.Address ?? structure.Address) ? 1 : 0);
        Add("modes-mobilisation", Half(service.MobilisationModes.Count > 0) + Half(service.MobilisableBy.Count > 0));
        Add("publics", service.Publics.Count > 0 ? 1 : 0);
        Add("thematiques", service.Themes.Count > 0 ? 1 : 0);
        Add("contact", (service.Phone ?? service.Email ?? structure.Phone ?? structure.Email) is null ? 0 : 1);
        if (service.MobilisationModes.Contains("envoyer-un-courriel", StringComparer.Ordinal)) Add("courriel", service.Email is null ? 0 : 1);
        if (service.MobilisationModes.Contains("telephoner", StringComparer.Ordinal)) Add("telephone", service.Phone is null ? 0 : 1);
        Add("date-maj", Freshness(today.DayNumber - freshOn.DayNumber));
        Add("frais", service.Fees is null ? 0 : 1);
        Add("description", Length(service.Description.Length));
        return new(criteria.Average(criterion => criterion.Score), criteria);

        void Add(string code, double score) => criteria.Add(new(code, score));
    }

    private static bool IsOnSite(Service service) =>
        service.ReceptionModes.Count == 0 || service.ReceptionModes.Contains(Vocabulary.OnSite, StringComparer.Ordinal);

    private static bool HasAddress(Address address) => address is { Line: not null, CommuneInsee: not null } or { Line: not null, PostalCode: not null };

    private static double Half(bool known) => known ? 0.5 : 0;

    private static double Freshness(int days) => days <= FreshDays ? 1 : Math.Max(0, (double)(StaleDays - days) / (StaleDays - FreshDays));

    private static double Length(int characters) => characters switch
    {
        < ShortestGood => (double)characters / ShortestGood,
        <= LongestGood => 1,
        _ => (double)LongestGood / characters,
    };
}

/// <summary>One criterion that applies, 0 to 1.</summary>
public sealed record QualityCriterion(string Code, double Score);
