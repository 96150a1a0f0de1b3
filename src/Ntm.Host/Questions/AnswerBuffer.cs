using System.Buffers;

namespace Ntm.Host.Questions;

/// <summary>Bytes of an answer in memory that is lent and given back. Not thread-safe.</summary>
internal sealed class AnswerBuffer : IBufferWriter<byte>, IDisposable
{
    private const int UsualBytes = 4 * 1024;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(UsualBytes);
    private int _length;

    internal ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, _length);

    public void Advance(int count) => _length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsMemory(_length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsSpan(_length);
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        (_bytes, _length) = ([], 0);
    }

    private void Reserve(int size)
    {
        size = Math.Max(size, 1);
        if (_bytes.Length - _length >= size)
            return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(checked(_length + size), 2 * _bytes.Length));
        _bytes.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
