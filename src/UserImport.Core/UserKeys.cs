using System.Buffers;
using System.Globalization;

namespace UserImport;

/// <summary>The canonical keys by which users are looked up; a host stores them in indexed columns.</summary>
public static class UserKeys
{
    // Twice what DNS allows; the time that the ASCII form takes grows with the square of the length.
    private const int LongestDomain = 512;

    private static readonly SearchValues<char> Capitals = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = false, AllowUnassigned = false };

    /// <summary>Returns the key of an employee number: ASCII letters in lower case, all else as it is (M1).</summary>
    public static string OfEmployeeNumber(string employeeNumber)
    {
        ArgumentNullException.ThrowIfNull(employeeNumber);
        return AsciiLower(employeeNumber);
    }

    /// <summary>Returns the key of an email: ASCII letters in lower case, the domain in its ASCII form (M6).</summary>
    /// <remarks>What is no address, or has a domain without an ASCII form, is only put in lower case.</remarks>
    public static string OfEmail(string email)
    {
        ArgumentNullException.ThrowIfNull(email);
        var at = email.LastIndexOf('@');
        if (at < 0 || email.Length - at > LongestDomain || System.Text.Ascii.IsValid(email.AsSpan(at))) return AsciiLower(email);
        try
        {
            return AsciiLower(string.Concat(email.AsSpan(0, at + 1), Idn.GetAscii(email, at + 1)));
        }
        catch (ArgumentException)
        {
            return AsciiLower(email);
        }
    }

    private static string AsciiLower(string text) => !text.AsSpan().ContainsAny(Capitals) ? text
        : string.Create(text.Length, text, static (target, source) =>
        {
            for (var i = 0; i < target.Length; i++)
                target[i] = char.IsAsciiLetterUpper(source[i]) ? (char)(source[i] | 0x20) : source[i];
        });
}
