using System.Collections;
using UserImport.Columns;
using UserImport.Rows;

namespace UserImport.Planning.Differences;

/// <summary>
/// The fields of a new user: all that are not blank. They follow from the user, and are made when somebody asks: of thousands of new
/// users a page shows a few.
/// </summary>
internal sealed class AddedFields(UserRecord user, ColumnTable table, UserCells cells) : IReadOnlyList<FieldChange>
{
    public int Count => Made().Count;

    public FieldChange this[int index] => Made()[index];

    public IEnumerator<FieldChange> GetEnumerator() => Made().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private List<FieldChange> Made()
    {
        var fields = new List<FieldChange>(table.All.Length);
        lock (cells) // all new users of a check have the same
        {
            foreach (var field in table.Fields)
                if (cells.TextOf(user, field) is { Length: > 0 } text)
                    fields.Add(new FieldChange(field.Column.Key, "", text));
        }
        return fields;
    }
}
