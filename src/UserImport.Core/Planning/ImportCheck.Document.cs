using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using UserImport.Changes;
using UserImport.Rows;

namespace UserImport.Planning;

public sealed partial class ImportCheck
{
    private const string FirstSection = ",\"issues\":[\n";
    private const string GroupsSection = "],\"groups\":[\n";
    private const string RejectedSection = "],\"rejectedRows\":[\n";
    private const string ChangeSetSection = "],\"changeSet\":\n";

    /// <summary>Writes the final check, its change set included, as a document (P2). The stream stays open.</summary>
    public async Task WriteAsync(Stream destination, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(destination);
        using var document = new DocumentWriter();
        foreach (var _ in WriteTo(document))
            if (document.IsFull) await document.SendAsync(destination, cancellationToken).ConfigureAwait(false);
        await document.SendAsync(destination, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads a document back (P2). The stream stays open.</summary>
    /// <exception cref="ChangeSetException">The document is damaged or of another version.</exception>
    public static async Task<ImportCheck> ReadAsync(Stream source, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        using var document = new DocumentReader(source);
        var head = await document
            .BeginAsync(DocumentForm.ImportCheck, CheckContext.Default.ImportCheckHead, FirstSection, cancellationToken)
            .ConfigureAwait(false);
        var issues = await ReadAsync(document, CheckContext.Default.ImportIssue, GroupsSection, cancellationToken).ConfigureAwait(false);
        var groups = await ReadAsync(document, CheckContext.Default.IssueGroup, RejectedSection, cancellationToken).ConfigureAwait(false);
        var rejected = await ReadAsync(document, CheckContext.Default.RejectedRow, ChangeSetSection, cancellationToken).ConfigureAwait(false);
        var changes = await ChangeSet.ReadFromAsync(document, cancellationToken).ConfigureAwait(false);
        await document.ReadLineAsync(cancellationToken).ConfigureAwait(false);
        document.End("");
        await document.ExpectEndAsync(cancellationToken).ConfigureAwait(false);
        var sound = !head.AbsentColumns.Contains(null!) &&
            rejected.TrueForAll(row => !row.Cells.Values.Contains(null!) && !row.Issues.Contains(null!));
        if (!sound) throw DocumentForm.Damaged("one of its rows is none that a check writes");
        return new ImportCheck
        {
            Rows = head.Rows,
            Counts = head.Counts,
            Issues = issues,
            Groups = groups,
            RejectedRows = rejected,
            AbsentColumns = head.AbsentColumns,
            Changes = changes,
            Culture = CultureNamed(head.Culture),
            Refusal = head.Refusal,
        };
    }

    private IEnumerable<int> WriteTo(DocumentWriter document)
    {
        document.Begin(ImportCheckHead.Of(this), CheckContext.Default.ImportCheckHead, FirstSection);
        foreach (var line in Entries(document, Issues, CheckContext.Default.ImportIssue)) yield return line;
        document.Text(GroupsSection);
        foreach (var line in Entries(document, Groups, CheckContext.Default.IssueGroup)) yield return line;
        document.Text(RejectedSection);
        foreach (var line in Entries(document, RejectedRows, CheckContext.Default.RejectedRow)) yield return line;
        document.Text(ChangeSetSection);
        foreach (var line in Changes.WriteTo(document)) yield return line;
        document.End("");
    }

    private static IEnumerable<int> Entries<T>(DocumentWriter document, IReadOnlyList<T> entries, JsonTypeInfo<T> type)
    {
        for (var i = 0; i < entries.Count; i++)
        {
            document.Entry(entries[i], type, isLast: i == entries.Count - 1);
            yield return i;
        }
    }

    private static async Task<List<T>> ReadAsync<T>(
        DocumentReader document, JsonTypeInfo<T> type, string endingLine, CancellationToken cancellationToken)
    {
        var entries = new List<T>();
        await foreach (var entry in document.EntriesAsync(type, cancellationToken).ConfigureAwait(false)) entries.Add(entry);
        document.ExpectText(endingLine);
        return entries;
    }

    private static CultureInfo CultureNamed(string name)
    {
        try
        {
            return CultureInfo.GetCultureInfo(name);
        }
        catch (CultureNotFoundException)
        {
            throw DocumentForm.Damaged("its culture is not known here");
        }
    }
}
