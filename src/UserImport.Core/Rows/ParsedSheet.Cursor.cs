using UserImport.Spreadsheets;
using UserImport.Spreadsheets.Cells;

namespace UserImport.Rows;

public sealed partial class ParsedSheet
{
    /// <summary>Goes through the rows below the header, and turns a refusal in the middle of the file into their end.</summary>
    private sealed class Cursor : IDisposable
    {
        private readonly ParsedSheet _owner;
        private ISheetReader? _reader;
        private TextSize _size;
        private int _headers; // rows of the header's number that went by

        public Cursor(ParsedSheet owner, NodeBudget effort)
        {
            _owner = owner;
            owner.RowsRead = 0;
            owner._effort = effort;
        }

        /// <summary>How much the rows held so far; for whoever looks through their cells to count.</summary>
        public ref TextSize Size => ref _size;

        /// <summary>The same as <see cref="Next"/>, and counts the text of the row.</summary>
        public SheetRow? NextCounted()
        {
            if (Next() is not { } row) return null;
            Count(row);
            return row;
        }

        private void Count(SheetRow row)
        {
            foreach (ref readonly var cell in row.Cells)
                if (_owner.Layout!.IndexAt(cell.Column) is >= 0 and var index) _size.Add(cell, _owner.Layout.Table.All[index]);
        }

        public SheetRow? Next()
        {
            _owner._cancellation.ThrowIfCancellationRequested();
            try
            {
                _owner._parser.CheckSize(_size);
                _reader ??= _owner.OpenSheet();
                while (_reader.Read())
                {
                    if (IsAbove(_reader.Row.Number, _owner.Layout!.Header)) continue;
                    if (IsBlank(_reader.Row))
                    {
                        Count(_reader.Row);
                        _owner._parser.CheckSize(_size);
                        continue;
                    }
                    _owner._parser.CheckRows(++_owner.RowsRead);
                    return _reader.Row;
                }
                if (_owner.RowsRead == 0) throw new WorkbookRefusedException("workbook.noRows");
            }
            catch (WorkbookRefusedException refused)
            {
                _owner.Refusal = RowParser.Refuse(refused, _owner.Layout!.Issues);
            }
            return null;
        }

        // A row whose number says so, or the header itself; behind the header no number takes a row away.
        private bool IsAbove(int number, HeaderRow header)
        {
            if (number > header.Number || _headers > header.Earlier) return false;
            if (number == header.Number) _headers++;
            return true;
        }

        // Whether all cells in the known columns are blank (R7).
        private bool IsBlank(SheetRow row)
        {
            foreach (ref readonly var cell in row.Cells)
                if (_owner.Layout!.IndexAt(cell.Column) >= 0 && !CellReader.IsBlank(cell)) return false;
            return true;
        }

        public void Dispose() => _reader?.Dispose();
    }
}
