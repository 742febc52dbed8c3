using OnlineAcademy.Data;

namespace OnlineAcademy.Pages.Imports;

/// <summary>The states of an import as people see them.</summary>
public static class States
{
    /// <summary>Returns the English text of how far an import is.</summary>
    public static string Text(Import import)
    {
        ArgumentNullException.ThrowIfNull(import);
        return import.UndoOf is null ? Text(import.State) : import.State switch
        {
            ImportState.Importing => "Being undone",
            ImportState.Done => "Undone",
            _ => Text(import.State),
        };
    }

    private static string Text(ImportState state) => state switch
    {
        ImportState.Uploading => "Uploading",
        ImportState.Checking => "Being checked",
        ImportState.Checked => "Waits for a decision",
        ImportState.Refused => "Refused",
        ImportState.Importing => "Being imported",
        ImportState.Done => "Imported",
        ImportState.Failed => "Stopped",
        _ => "Dropped",
    };

    /// <summary>Returns the style of a state.</summary>
    public static string Style(ImportState state) => state switch
    {
        ImportState.Done => "good",
        ImportState.Refused or ImportState.Failed => "bad",
        ImportState.Checked => "warn",
        _ => "",
    };
}
