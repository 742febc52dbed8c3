using Microsoft.Extensions.DependencyInjection;
using UserImport.Columns;
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

    /// <summary>Invents rows, and the users to whom they do what is wanted.</summary>
    public static Workload Invent(int rows, WorkbookLayout layout, UploadKind kind = UploadKind.ChangesLittle)
    {
        var staff = new Staff(layout is WorkbookLayout.Blank ? 3 : rows);
        var uploaded = kind is UploadKind.NamesUnknownCompanies ? staff.Rows().Select(WithUnknownCompany) : staff.Rows();
        return new Workload(new Upload(Write(uploaded, layout, rows - staff.Count)), rows, Organisation.Of(staff.Rows()),
            StoredUsers.Of(staff.Rows(), kind), Counts(staff.Count, kind));
    }

    /// <summary>Takes a workbook as it is, and the users that an import of it would mostly find unchanged.</summary>
    public static Workload Read(string file)
    {
        var workbook = File.ReadAllBytes(file);
        var rows = new ParsedRows(workbook);
        return new Workload(new Upload(workbook), rows.Count(), Organisation.Of(rows), StoredUsers.Before(rows), null);
    }

    public void Dispose() => _services.Dispose();

    private static RowCounts Counts(int rows, UploadKind kind)
    {
        var (added, updated, rejected) = kind switch
        {
            UploadKind.ChangesLittle => (Enumerable.Range(0, rows).Count(StoredUsers.IsNew), Enumerable.Range(0, rows).Count(StoredUsers.IsChanged), 0),
            UploadKind.ChangesEverybody => (0, rows, 0),
            UploadKind.AddsEverybody => (rows, 0, 0),
            UploadKind.NamesUnknownCompanies => (0, 0, rows),
            _ => (0, 0, 0),
        };
        return new RowCounts(rows, added, updated, rows - added - updated - rejected, rejected, 0);
    }

    private static string[] WithUnknownCompany(string[] row)
    {
        row[UserColumns.Company.Index] += " i.o.";
        return row;
    }

    private static byte[] Write(IEnumerable<string[]> rows, WorkbookLayout layout, int blankRows)
    {
        using var written = new MemoryStream();
        WorkbookFile.Write(written, rows, layout, blankRows);
        return written.ToArray();
    }
}
