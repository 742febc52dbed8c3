using System.Text.Json;

// The rows of users.json; a cell is null, a text, a number, a boolean, runs or a formula (see content.py).
static class Content
{
    public static IEnumerable<(int Row, JsonElement[] Cells)> English() =>
        from row in Root().GetProperty("english").EnumerateArray()
        select (row.GetProperty("row").GetInt32(), row.GetProperty("cells").EnumerateArray().ToArray());

    public static IEnumerable<int> BlankStyledRows() =>
        from row in Root().GetProperty("blankStyledRows").EnumerateArray() select row.GetInt32();

    public static bool Has(this JsonElement cell, string name, out JsonElement value)
    {
        value = default;
        return cell.ValueKind == JsonValueKind.Object && cell.TryGetProperty(name, out value);
    }

    private static JsonElement Root() =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.GetData("EntryPointFileDirectoryPath") as string ?? ".", "..", "users.json"))).RootElement;
}
