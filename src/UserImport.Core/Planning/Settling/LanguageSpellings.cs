using UserImport.Columns;
using UserImport.Rows;
using UserImport.Rules;

namespace UserImport.Planning.Settling;

/// <summary>The texts of cells that mean a language which users have (M8).</summary>
internal sealed class LanguageSpellings(OrgIndex index, UserCells cells)
{
    private readonly Dictionary<string, string[]> _known = new(StringComparer.Ordinal);
    private (string? Code, string[] Spellings) _last = (null, []);

    /// <summary>Returns what a cell may say of users who have a code; first the spelling of the export.</summary>
    public string[] Of(string code)
    {
        if (code == _last.Code) return _last.Spellings;
        if (!_known.TryGetValue(code, out var spellings)) _known.Add(code, spellings = SpellingsOf(code));
        _last = (code, spellings);
        return spellings;
    }

    private string[] SpellingsOf(string code) =>
        [.. new[] { cells.OfLanguage(code), code }.Where(spelling =>
            spelling.Length > 0 && index.FindLanguage(spelling) is { } language && NameKey.Same(language.Code, code))];
}
