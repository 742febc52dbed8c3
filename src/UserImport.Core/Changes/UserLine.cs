using System.Text.Json;
using System.Text.Json.Serialization;
using UserImport.Columns;

namespace UserImport.Changes;

/// <summary>A user as part of a line of the document: what is not said is as in an earlier state of the user.</summary>
[JsonConverter(typeof(UserLineConverter))]
internal sealed record UserLine
{
    /// <summary>The earlier state of a user who has none.</summary>
    public static UserRecord Nobody { get; } = new() { EmployeeNumber = "" };

    /// <summary>The values that differ from the earlier state.</summary>
    public UserValues Values { get; } = new(UserFields.All.Count);

    /// <summary>The host's own values, if one of them differs.</summary>
    public IReadOnlyDictionary<string, string>? Custom { get; set; }

    public string? Locked { get; set; }

    public string? Version { get; set; }

    public static UserLine Of(UserRecord user, UserRecord earlier)
    {
        var line = new UserLine
        {
            Custom = AreEqual(user.Custom, earlier.Custom) ? null : user.Custom,
            Locked = user.Locked,
            Version = user.Version,
        };
        foreach (var field in UserFields.All)
            if (field.ValueOf(user) is var value && !field.AreEqual(value, field.ValueOf(earlier))) line.Values[field.Column] = value;
        return line;
    }

    /// <summary>Returns the user; lock and version belong to one state and are never taken from the earlier one.</summary>
    public UserRecord ToUser(UserRecord earlier)
    {
        var user = UserFields.With(earlier, Values, Locked, Version);
        return Custom is null ? user : user with { Custom = Custom };
    }

    private static bool AreEqual(IReadOnlyDictionary<string, string> a, IReadOnlyDictionary<string, string> b)
    {
        if (ReferenceEquals(a, b)) return true;
        if (a.Count != b.Count) return false;
        foreach (var (key, value) in a)
            if (!b.TryGetValue(key, out var other) || !string.Equals(value, other, StringComparison.Ordinal)) return false;
        return true;
    }
}
