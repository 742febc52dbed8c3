using System.Text;
using UserImport.Resources;

namespace UserImport.Columns;

/// <summary>Header texts as they are compared (C1).</summary>
internal static class HeaderText
{
    private static readonly string[] RequiredMarks =
        ["*", .. Messages.Shipped.Select(messages => Upper(messages["column.required"]))];

    /// <summary>Trims, normalises and folds a header, without the mark of a required column.</summary>
    public static string Fold(string header)
    {
        var text = Upper(CellText.FoldSpaces(CellText.Clean(header)));
        var folded = text.AsSpan();
        for (var again = true; again;)
        {
            again = false;
            foreach (var mark in RequiredMarks)
            {
                if (!folded.EndsWith(mark, StringComparison.Ordinal)) continue;
                folded = folded[..^mark.Length].TrimEnd();
                again = true;
            }
        }
        return folded.Length == text.Length ? text : folded.ToString();
    }

    private static string Upper(string text) => CellText.Normalize(text, NormalizationForm.FormKC).ToUpperInvariant();
}
