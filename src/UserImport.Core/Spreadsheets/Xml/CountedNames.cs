using System.Xml;
using UserImport.Spreadsheets.Cells;

namespace UserImport.Spreadsheets.Xml;

/// <summary>The names of a part. An XmlReader keeps each as long as it reads, and honest parts have a hundred of them.</summary>
internal sealed class CountedNames : NameTable
{
    private const int MostNames = 20_000;
    private const int MostCharacters = 2 << 20;

    private int _names;
    private int _characters;

    public override string Add(string key)
    {
        if (Get(key) is { } known) return known;
        Count(key.Length);
        return base.Add(key);
    }

    public override string Add(char[] key, int start, int len)
    {
        if (Get(key, start, len) is { } known) return known;
        Count(len);
        return base.Add(key, start, len);
    }

    private void Count(int characters)
    {
        if (++_names > MostNames || (_characters += characters) > MostCharacters)
            throw WorkbookRefusedException.Damaged("a part with names without number");
    }
}
