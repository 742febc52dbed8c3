using Microsoft.EntityFrameworkCore;
using OnlineAcademy.Data;

namespace OnlineAcademy.Imports;

/// <summary>Writes a document into the database as it is made, a piece at a time: at no moment is it in memory as a whole.</summary>
internal sealed class DocumentPieces(AcademyContext db, Guid import, DocumentKind kind) : OneWayStream
{
    private const int PieceSize = 256 * 1024;

    private readonly byte[] _piece = new byte[PieceSize];
    private int _length, _number;

    public override bool CanWrite => true;

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (!buffer.IsEmpty)
        {
            var fits = Math.Min(buffer.Length, PieceSize - _length);
            buffer[..fits].CopyTo(_piece.AsMemory(_length));
            buffer = buffer[fits..];
            _length += fits;
            if (_length == PieceSize) await FlushAsync(cancellationToken);
        }
    }

    /// <summary>Writes what is left; the last piece may be a short one.</summary>
    public override async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (_length == 0) return;
        db.Documents.Add(new DocumentPiece { ImportId = import, Kind = kind, Number = _number++, Bytes = _piece[.._length] });
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
        _length = 0;
    }

    /// <summary>Reads a document from the database, a piece at a time; null if there is none.</summary>
    public static async Task<Stream?> OpenAsync(AcademyContext db, Guid import, DocumentKind kind, CancellationToken cancellationToken)
    {
        var reader = new Reader(db, import, kind);
        return await reader.NextAsync(cancellationToken) ? reader : null;
    }

    private sealed class Reader(AcademyContext db, Guid import, DocumentKind kind) : OneWayStream
    {
        private ReadOnlyMemory<byte> _left;
        private int _next;

        public override bool CanRead => true;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_left.IsEmpty && !await NextAsync(cancellationToken)) return 0;
            var length = Math.Min(buffer.Length, _left.Length);
            _left[..length].CopyTo(buffer);
            _left = _left[length..];
            return length;
        }

        public async Task<bool> NextAsync(CancellationToken cancellationToken)
        {
            var number = _next++;
            _left = await db.Documents.Where(piece => piece.ImportId == import && piece.Kind == kind && piece.Number == number)
                .Select(piece => piece.Bytes).FirstOrDefaultAsync(cancellationToken);
            return !_left.IsEmpty;
        }
    }
}
