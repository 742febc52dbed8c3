using UserImport.Spreadsheets.Cells;

namespace UserImport.Spreadsheets.Utf8;

/// <summary>Reads one cell in any spelling that is not the usual one.</summary>
internal sealed class Utf8Cells(Utf8Strings strings, CellSink cells)
{
    /// <summary>Reads the content of a cell whose start tag has been read, and adds the cell to the row.</summary>
    public Step Read(byte[] buffer, ref int at, in Utf8Tag cell, SheetRow row, int column, bool isMisplaced)
    {
        var type = cell.HasT ? CellSink.TypeOf(cell.T) : CellType.Number;
        var style = 0;
        var isDamaged = (cell.HasS && !CellAddress.TryParseNumber(cell.S, int.MaxValue, out style)) || isMisplaced;
        bool hasFormula = false, hasValue = false;
        ReadOnlyMemory<byte> value = default;
        while (!cell.IsEmpty)
        {
            var step = strings.NextTag(buffer, ref at, out var tag);
            if (step != Step.Done) return step;
            if (tag.IsEnd)
            {
                if (!tag.Name.SequenceEqual("c"u8)) return Step.Unsure;
                break;
            }
            var isPartDamaged = false;
            if (tag.Name.SequenceEqual("f"u8))
            {
                hasFormula = true;
                step = strings.SkipText(buffer, ref at, tag);
            }
            else if (hasValue) return Step.Unsure;
            else if (tag.Name.SequenceEqual("v"u8))
            {
                hasValue = true;
                step = strings.ReadText(buffer, ref at, tag, type is CellType.Text or CellType.Inline, out value, out isPartDamaged);
            }
            else if (tag.Name.SequenceEqual("is"u8) && type is CellType.Inline or CellType.Number or CellType.Text)
            {
                hasValue = true;
                if (type == CellType.Number) type = CellType.Inline;
                if (!tag.IsEmpty) step = strings.Read(buffer, ref at, "is"u8, out value, out isPartDamaged);
            }
            else return Step.Unsure;
            if (step != Step.Done) return step;
            isDamaged |= isPartDamaged;
        }
        cells.Add(row, column, style, new CellValue(type, hasFormula, hasValue, value), isDamaged);
        return Step.Done;
    }
}
