using System.Buffers.Binary;
using UserImport.Spreadsheets.Cells;

namespace UserImport.Spreadsheets.Packaging;

/// <summary>Tells by its first bytes what kind of file was uploaded, and refuses all that is no ZIP archive.</summary>
internal static class FileKind
{
    private const ulong OleSignature = 0xE11AB1A1E011CFD0;
    private const int OleEntryBytes = 128;

    /// <summary>Returns if the file is a ZIP archive by its signature; else throws the refusal that fits.</summary>
    public static void RequireZip(UploadStream file, CancellationToken ct)
    {
        Span<byte> head = stackalloc byte[8];
        head = head[..file.ReadAt(0, head)];
        if (head.IsEmpty) throw new WorkbookRefusedException("workbook.empty");
        if (head.StartsWith("PK\x03\x04"u8)) return;
        if ("PK\x03\x04"u8.StartsWith(head)) throw WorkbookRefusedException.Damaged("the file ends within its first signature");
        if (head.Length == 8 && BinaryPrimitives.ReadUInt64LittleEndian(head) == OleSignature)
            throw new WorkbookRefusedException(CodeOfOle(file, ct));
        throw new WorkbookRefusedException(IsBareXls(head) ? "workbook.xls" : "workbook.notExcel");
    }

    // Excel 2 to 4 wrote their records without a container: a BOF record of 4 to 16 bytes.
    private static bool IsBareXls(ReadOnlySpan<byte> head) =>
        head.Length >= 4 && head[0] == 9 && head[1] is 0 or 2 or 4 or 8 && head[2] is >= 4 and <= 16 && head[3] == 0;

    // The directory of a compound file consists of records of 128 bytes, each at a multiple of that, which begin with a name in
    // UTF-16 and hold its length (with the final zero) at byte 64. Their chain need not be followed to find one by name. A document
    // inside another has its streams in the same directory, behind those of the outer one.
    private static string CodeOfOle(UploadStream file, CancellationToken ct)
    {
        var block = new byte[64 * 1024];
        var hasRoot = false;
        bool? isWorkbook = null;
        for (long at = 0; ; at += block.Length)
        {
            ct.ThrowIfCancellationRequested();
            var length = file.ReadAt(at, block);
            for (var entry = 0; entry + OleEntryBytes <= length; entry += OleEntryBytes)
            {
                var record = block.AsSpan(entry, OleEntryBytes);
                if (HasName(record, "EncryptedPackage")) return "workbook.encrypted";
                hasRoot |= HasName(record, "Root Entry");
                if (HasName(record, "Workbook") || HasName(record, "Book")) isWorkbook ??= true;
                if (HasName(record, "WordDocument") || HasName(record, "PowerPoint Document")) isWorkbook ??= false;
            }
            if (length < block.Length) break;
        }
        // One without a directory was cut off: most compound files that somebody uploads as users are old workbooks.
        return isWorkbook ?? !hasRoot ? "workbook.xls" : "workbook.notExcel";
    }

    // In whatever case: some programs write WORKBOOK.
    private static bool HasName(ReadOnlySpan<byte> record, string name)
    {
        if (record[64] != (name.Length + 1) * 2 || record[65] != 0) return false;
        for (var i = 0; i < name.Length; i++)
            if (char.ToUpperInvariant((char)BinaryPrimitives.ReadUInt16LittleEndian(record[(i * 2)..])) != char.ToUpperInvariant(name[i])) return false;
        return true;
    }
}
