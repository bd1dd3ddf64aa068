namespace Reseau.Benchmarks.Data;

/// <summary>What is asked, and how often among a hundred questions; see <see cref="QuestionMaker"/>.</summary>
internal enum QuestionKind
{
    /// <summary>25: a theme around a commune, 10 to 50 km.</summary>
    ThemeNear,

    /// <summary>10: a whole family of themes, open to a commune.</summary>
    Family,

    /// <summary>20: one to four words, open to a commune.</summary>
    TextAndPlace,

    /// <summary>10: one to four words, the whole country.</summary>
    TextOnly,

    /// <summary>15: a public and a theme around a commune.</summary>
    PublicNear,

    /// <summary>5: given remotely, with a theme, open to a commune.</summary>
    Remote,

    /// <summary>15: a theme around a commune, with two of: free, a language, accessibility, a type, room left, takes referrals, on site.</summary>
    Filtered,
}
