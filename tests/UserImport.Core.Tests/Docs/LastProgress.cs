using UserImport.Tests.Spreadsheets;

namespace UserImport.Tests.Docs;

public sealed class LastProgress : IProgress<ImportProgress>
{
    private volatile string _text = "waiting";

    public override string ToString() => _text;

    public void Report(ImportProgress value) => _text = value.Stage switch
    {
        ImportStage.Reading => $"{value.Done} rows read",
        ImportStage.Planning => "looking at the file as a whole",
        _ => $"{value.Done} of {value.Total} changes",
    };
}
