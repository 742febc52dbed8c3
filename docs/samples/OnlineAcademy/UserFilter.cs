using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using OnlineAcademy.Data;

namespace OnlineAcademy;

/// <summary>Which users a view shows; the same words stand in the address of the page and of its export.</summary>
public sealed record UserFilter
{
    /// <summary>Words that number, name or email have in them.</summary>
    [FromQuery(Name = "text")]
    public string? Text { get; init; }

    /// <summary>The name of the company.</summary>
    [FromQuery(Name = "company")]
    public string? Company { get; init; }

    /// <summary>The name of the department.</summary>
    [FromQuery(Name = "department")]
    public string? Department { get; init; }

    /// <summary>Whether the users are active; <c>yes</c> or <c>no</c>.</summary>
    [FromQuery(Name = "active")]
    public string? Active { get; init; }

    /// <summary>Whether the view shows less than everybody.</summary>
    public bool IsSet => ToQuery().Length > 0;

    /// <summary>Returns the users of the view.</summary>
    public IQueryable<User> Apply(IQueryable<User> users)
    {
#pragma warning disable CA1304, CA1311, CA1862, CA1308 // these become SQL, where ToLower is the database's own
        foreach (var word in (Text ?? "").ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries))
            users = users.Where(user => user.NumberKey.Contains(word) || user.EmailKey.Contains(word)
                || user.FirstName.ToLower().Contains(word) || user.Prefix.ToLower().Contains(word) || user.LastName.ToLower().Contains(word));
#pragma warning restore CA1304, CA1311, CA1862, CA1308
        if (!string.IsNullOrEmpty(Company)) users = users.Where(user => user.Company.Name == Company);
        if (!string.IsNullOrEmpty(Department)) users = users.Where(user => user.Department.Name == Department);
        return Active switch
        {
            "yes" => users.Where(user => user.Active),
            "no" => users.Where(user => !user.Active),
            _ => users,
        };
    }

    /// <summary>Returns the view as a query string, empty for everybody; with a page where one is given.</summary>
    public string ToQuery(int? page = null)
    {
        var query = new QueryBuilder();
        if (!string.IsNullOrEmpty(Text)) query.Add("text", Text);
        if (!string.IsNullOrEmpty(Company)) query.Add("company", Company);
        if (!string.IsNullOrEmpty(Department)) query.Add("department", Department);
        if (Active is "yes" or "no") query.Add("active", Active);
        if (page is { } number) query.Add("page", number.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return query.ToString();
    }
}
