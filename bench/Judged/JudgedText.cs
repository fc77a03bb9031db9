using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Mosaic.Bench.Rows;

namespace Mosaic.Bench.Judged;

/// <summary>A memo of the judged set. <see cref="At"/> is when it was written, in UTC.</summary>
internal sealed record JudgedText(string Id, DateTimeOffset At, string Text)
{
    /// <summary>The id it has in a database, the same in each.</summary>
    public Guid MemoId { get; } = KnownIds.At(At, new Dice(BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(Id)))));
}
