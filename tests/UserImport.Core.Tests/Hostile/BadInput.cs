using UserImport.Tests.Spreadsheets;

namespace UserImport.Tests.Hostile;

/// <summary>A file as nobody should send it, and what must become of it.</summary>
/// <param name="Name">What is wrong with it.</param>
/// <param name="Make">Makes the file.</param>
/// <param name="Outcome">
/// One code if the file is refused as a whole, followed by the name of the limit if one is exceeded. Else all that differs from a sheet
/// in which every cell reads as its own address (<see cref="UsersSheet"/>): <c>C3 lastName.damaged</c> for a problem,
/// <c>C3=text</c> for another text, <c>rows 2,4</c> for other rows.
/// </param>
internal sealed record BadInput(string Name, Func<byte[]> Make, params string[] Outcome)
{
    /// <summary>How many bytes may come out of the archive, once for finding the headers and once for the rows.</summary>
    public long Inflated { get; init; } = 64 << 10;

    /// <summary>How many bytes may be allocated.</summary>
    public long Allocated { get; init; } = 2 << 20;

    /// <summary>A workbook of raw parts.</summary>
    public static BadInput Of(string name, Func<RawWorkbook> make, params string[] outcome) => new(name, () => make().ToArray(), outcome);

    /// <summary>The good workbook after something was done to its archive.</summary>
    public static BadInput Zip(string name, Action<RawZip, IReadOnlyDictionary<string, RawEntry>> spoil, params string[] outcome) =>
        Of(name, () =>
        {
            var book = UsersSheet.Good();
            book.Zip = spoil;
            return book;
        }, outcome);

    /// <summary>The good workbook after something was done to its bytes.</summary>
    public static BadInput Bytes(string name, Func<byte[], byte[]> spoil, params string[] outcome) =>
        new(name, () => spoil(UsersSheet.Good().ToArray()), outcome);

    /// <summary>The good workbook after something was replaced in one of its parts.</summary>
    public static BadInput Part(string name, string part, string old, string replacement, params string[] outcome) =>
        Of(name, () => UsersSheet.Good().Change(part, old, replacement), outcome);
}
