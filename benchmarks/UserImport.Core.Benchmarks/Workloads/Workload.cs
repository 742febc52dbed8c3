using Microsoft.Extensions.DependencyInjection;
using UserImport.Planning;
using UserImport.Rows;

namespace UserImport.Benchmarks.Workloads;

/// <summary>An upload, the users that the host has before it, and the services that check it.</summary>
internal sealed class Workload : IDisposable
{
    private readonly ServiceProvider _services;

    private Workload(Upload upload, int rows, Organisation organisation, IReadOnlyList<UserRecord> users, RowCounts? expected)
    {
        (Upload, Rows, Organisation, Users, Expected) = (upload, rows, organisation, new UsersInMemory(users), expected);
        var services = new ServiceCollection();
        services.AddSingleton<IUserRepository>(Users).AddSingleton<IOrgStructureLookup>(organisation);
        services.AddUserImport(options => Limits.Raise(options.Limits));
        _services = services.BuildServiceProvider();
    }

    public Upload Upload { get; }

    /// <summary>How many rows stand below the headers, blank ones included.</summary>
    public int Rows { get; }

    public Organisation Organisation { get; }

    public UsersInMemory Users { get; }

    /// <summary>What the check of the upload must find; null if nobody knows.</summary>
    public RowCounts? Expected { get; }

    /// <summary>Whether it is known what the upload holds, and every reader must say the same.</summary>
    public bool IsInvented => Expected is not null;

    public RowParser Parser => Get<RowParser>();

    public T Get<T>() where T : class => _services.GetRequiredService<T>();

    /// <summary>Invents rows: 2 % add a user, 5 % change one field of theirs, and the rest changes nothing.</summary>
    public static Workload Invent(int rows, WorkbookLayout layout)
    {
        var staff = new Staff(layout is WorkbookLayout.Blank ? 3 : rows);
        var added = Enumerable.Range(0, staff.Count).Count(StoredUsers.IsNew);
        var updated = Enumerable.Range(0, staff.Count).Count(StoredUsers.IsChanged);
        return new Workload(Upload.Of(Write(staff, layout, rows - staff.Count)), rows, Organisation.Of(staff.Rows()), StoredUsers.Before(staff.Rows()),
            new RowCounts(staff.Count, added, updated, staff.Count - added - updated, 0, 0));
    }

    /// <summary>Invents rows that all add a user, or that all repeat what is stored.</summary>
    public static Workload Invent(int rows, bool areStored)
    {
        var staff = new Staff(rows);
        return new Workload(Upload.Of(Write(staff, WorkbookLayout.Shared, 0)), rows, Organisation.Of(staff.Rows()),
            areStored ? StoredUsers.After(staff.Rows()) : [], areStored ? new RowCounts(rows, 0, 0, rows, 0, 0) : new RowCounts(rows, rows, 0, 0, 0, 0));
    }

    /// <summary>Takes a workbook as it is, and the users that an import of it would mostly find unchanged.</summary>
    public static Workload Read(string file)
    {
        var workbook = File.ReadAllBytes(file);
        var rows = new ParsedRows(workbook);
        return new Workload(Upload.Of(workbook), rows.Count(), Organisation.Of(rows), StoredUsers.Before(rows), null);
    }

    public void Dispose() => _services.Dispose();

    private static byte[] Write(Staff staff, WorkbookLayout layout, int blankRows)
    {
        using var written = new MemoryStream();
        WorkbookFile.Write(written, staff.Rows(), layout, blankRows);
        return written.ToArray();
    }
}
