using System.Collections.Frozen;
using Reseau.Partners.Territory;

namespace Reseau.Partners.Formats;

/// <summary>Communes by postal code, to tell postal codes from INSEE codes and to find the INSEE code that an address lacks.</summary>
internal sealed class CommuneLookup
{
    private readonly France _france;
    private readonly Lazy<FrozenDictionary<string, Commune[]>> _byPostalCode;

    public CommuneLookup(France france)
    {
        _france = france;
        _byPostalCode = new(() => france.Communes
            .SelectMany(commune => commune.PostalCodes, (commune, code) => (code, commune))
            .GroupBy(pair => pair.code, pair => pair.commune, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal));
    }

    public Commune? OfInsee(string insee) => insee.Length == 5 ? _france.FindCommune(insee) : null;

    public bool IsPostalCode(string code) => _byPostalCode.Value.ContainsKey(code);

    /// <summary>The one commune of that name with that postal code; without a name, the one commune that has it.</summary>
    public Commune? Find(string? postalCode, string? name)
    {
        if (postalCode is null || !_byPostalCode.Value.TryGetValue(postalCode, out var communes)) return null;
        if (name is null) return communes.Length == 1 ? communes[0] : null;
        var plain = Plain(name);
        Commune? found = null;
        foreach (var commune in communes)
        {
            if (Plain(commune.Name) != plain) continue;
            if (found is not null) return null;
            found = commune;
        }

        return found;
    }

    public string? DepartementOf(string name)
    {
        var plain = Plain(name);
        return _france.Departements.FirstOrDefault(departement => Plain(departement.Name) == plain)?.Code;
    }

    // "St-Malo" is Saint-Malo, "Rennes Cedex 7" is Rennes.
    private static string Plain(string name)
    {
        var words = PlainLetters.Of(name).Split(' ', StringSplitOptions.RemoveEmptyEntries).TakeWhile(word => word != "cedex");
        return string.Join(' ', words.Select(word => word switch { "st" => "saint", "ste" => "sainte", _ => word }));
    }
}
