using UserImport;

namespace OnlineAcademy.Pages;

/// <summary>Names as people read them.</summary>
public static class Names
{
    /// <summary>Returns first name, prefix and last name of a user.</summary>
    public static string Of(UserRecord user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return Join(user.FirstName, user.Prefix, user.LastName);
    }

    /// <summary>Returns what stands in the name cells of a row.</summary>
    public static string Of(IReadOnlyDictionary<string, string> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        return Join(cells.GetValueOrDefault("FirstName"), cells.GetValueOrDefault("Prefix"), cells.GetValueOrDefault("LastName"));
    }

    private static string Join(params string?[] parts) => string.Join(' ', parts.Where(part => !string.IsNullOrEmpty(part)));
}
