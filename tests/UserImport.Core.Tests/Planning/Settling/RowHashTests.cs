using System.Text;
using UserImport.Planning;
using UserImport.Planning.Settling;

namespace UserImport.Tests.Planning.Settling;

/// <summary>Of two texts of any length that differ anywhere the hashes differ; a collision by chance is one in 2^62.</summary>
public class RowHashTests
{
    private static readonly RowHash Hash = new();

    [Fact]
    public void Contents_that_differ_in_one_byte_or_in_length_have_different_hashes()
    {
        var contents = new List<byte[]>();
        for (var length = 0; length <= 70; length++)
        {
            var content = Enumerable.Range(0, length).Select(i => (byte)('a' + i % 26)).ToArray();
            contents.Add(content);
            for (var at = 0; at < length; at++)
                foreach (var bit in new byte[] { 0x01, 0x20, 0x80 })
                    contents.Add([.. content[..at], (byte)(content[at] ^ bit), .. content[(at + 1)..]]);
        }

        contents.Select(content => Hash.OfContent(content)).Should().OnlyHaveUniqueItems();
        new RowHash().OfContent(contents[^1]).Should().NotBe(Hash.OfContent(contents[^1]), "each check has a key of its own");
    }

    [Fact]
    public void Keys_have_the_same_hash_in_any_case_as_text_and_as_bytes_and_different_ones_where_letters_differ()
    {
        var keys = Enumerable.Range(1, 600).Select(length => string.Concat(Enumerable.Range(0, length).Select(i => (char)('a' + i % 26)))).ToList();

        keys.Select(key => Hash.OfKey(key)).Should().OnlyHaveUniqueItems();
        keys.Should().OnlyContain(key => Hash.OfKey(key) == Hash.OfKey(Encoding.ASCII.GetBytes(key.ToUpperInvariant())));
        foreach (var key in keys)
            new[] { key, "z" + key[1..], key[..^1] + "0" }.Select(text => Hash.OfKey(text)).Should().OnlyHaveUniqueItems(key);
        Hash.OfKey("é").Should().BeNull("no row that was compared as bytes has it");
    }
}
