namespace UserImport.Spreadsheets.Packaging;

/// <summary>One entry as the central directory of the archive states it.</summary>
internal readonly record struct ZipRecord(string Name, uint Crc32, long PackedBytes, long Bytes, long HeaderOffset);
