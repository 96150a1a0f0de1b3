using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using System.Text.Json;

namespace Ntm.EventStore.Append;

/// <summary>Bytes of PostgreSQL's binary COPY format, in memory that is lent and given back.</summary>
internal sealed class RowBuffer(int size) : IBufferWriter<byte>, IDisposable
{
    private const int LengthBytes = 4;
    private const byte JsonbVersion = 1;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(size);
    private int _length;

    internal ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, _length);

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        (_bytes, _length) = ([], 0);
    }

    public void Advance(int count) => _length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(Math.Max(sizeHint, 1));
        return _bytes.AsMemory(_length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(Math.Max(sizeHint, 1));
        return _bytes.AsSpan(_length);
    }

    internal void Raw(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(_length));
        _length += bytes.Length;
    }

    internal void Count(short count)
    {
        Reserve(sizeof(short));
        BinaryPrimitives.WriteInt16BigEndian(_bytes.AsSpan(_length), count);
        _length += sizeof(short);
    }

    internal void Bigint(long value)
    {
        Length(sizeof(long));
        Reserve(sizeof(long));
        BinaryPrimitives.WriteInt64BigEndian(_bytes.AsSpan(_length), value);
        _length += sizeof(long);
    }

    internal void Uuid(Guid value)
    {
        const int uuidBytes = 16;
        Length(uuidBytes);
        Reserve(uuidBytes);
        value.TryWriteBytes(_bytes.AsSpan(_length), bigEndian: true, out var written);
        _length += written;
    }

    internal void Text(string? value)
    {
        if (value is null)
        {
            Length(-1);
            return;
        }

        Length(Encoding.UTF8.GetByteCount(value));
        _length += Encoding.UTF8.GetBytes(value, GetSpan(Encoding.UTF8.GetMaxByteCount(value.Length)));
    }

    /// <summary>What <paramref name="write"/> writes; its length is known and put before it only afterwards.</summary>
    internal void Jsonb<T>(Utf8JsonWriter json, T value, Action<Utf8JsonWriter, T> write)
    {
        var start = _length;
        Length(0);
        Raw([JsonbVersion]);
        json.Reset(this);
        write(json, value);
        json.Flush();
        BinaryPrimitives.WriteInt32BigEndian(_bytes.AsSpan(start), _length - start - LengthBytes);
    }

    private void Length(int length)
    {
        Reserve(LengthBytes);
        BinaryPrimitives.WriteInt32BigEndian(_bytes.AsSpan(_length), length);
        _length += LengthBytes;
    }

    private void Reserve(int bytes)
    {
        if (_bytes.Length - _length >= bytes)
            return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, checked(_length + bytes)));
        Written.Span.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
