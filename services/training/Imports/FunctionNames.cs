using Reseau.Kernel;
using Contract = Reseau.Training.V1;

namespace Reseau.Training.Imports;

/// <summary>Functions as files write them: their name in the contract, or what people call them in French.</summary>
internal static class FunctionNames
{
    private static readonly Dictionary<string, Contract.Function> Known = Enum.GetValues<Contract.Function>().Where(function => function != Contract.Function.Unspecified)
        .Select(function => (Name: Key(EnumNames.Of(function)), Function: function)).Concat((IEnumerable<(string Name, Contract.Function Function)>)
        [
            (Key("agent d'accueil"), Contract.Function.ReceptionAgent), (Key("agente d'accueil"), Contract.Function.ReceptionAgent), (Key("accueil"), Contract.Function.ReceptionAgent),
            (Key("travailleur social"), Contract.Function.SocialWorker), (Key("travailleuse sociale"), Contract.Function.SocialWorker), (Key("assistant social"), Contract.Function.SocialWorker), (Key("assistante sociale"), Contract.Function.SocialWorker),
            (Key("instructeur"), Contract.Function.CaseOfficer), (Key("instructrice"), Contract.Function.CaseOfficer),
            (Key("ALI"), Contract.Function.InclusionAdviser), (Key("accompagnateur local d'insertion"), Contract.Function.InclusionAdviser), (Key("accompagnatrice locale d'insertion"), Contract.Function.InclusionAdviser),
            (Key("responsable d'unité"), Contract.Function.HeadOfUnit), (Key("responsable"), Contract.Function.HeadOfUnit),
            (Key("conseiller numérique"), Contract.Function.DigitalAdviser), (Key("conseillère numérique"), Contract.Function.DigitalAdviser),
            (Key("médiateur numérique"), Contract.Function.DigitalAdviser), (Key("médiatrice numérique"), Contract.Function.DigitalAdviser),
            (Key("bibliothécaire"), Contract.Function.Librarian), (Key("autre"), Contract.Function.Other),
        ]).ToDictionary(pair => pair.Name, pair => pair.Function, StringComparer.Ordinal);

    /// <summary>The function of a cell; null when it is none.</summary>
    public static Contract.Function? Find(string cell) => Known.TryGetValue(Key(cell), out var function) ? function : null;

    // Letters only: neither case, accents, spaces nor apostrophes tell two functions apart.
    private static string Key(string text) => string.Concat(PlainWords.Of(text).Where(char.IsAsciiLetter));
}
