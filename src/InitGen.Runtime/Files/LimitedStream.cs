using System;
using System.IO;

namespace InitGen.Files;

/// <summary>A stream of which no more than so many bytes are read.</summary>
/// <param name="stream">The stream, which can seek; stays open.</param>
/// <param name="limit">How many.</param>
/// <param name="failure">What is thrown where more are asked for.</param>
internal sealed class LimitedStream(Stream stream, long limit, Func<Exception> failure) : Stream
{
    /// <summary>How many bytes may still be read.</summary>
    public long Limit { get; set; } = limit;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => stream.Length;

    public override long Position
    {
        get => stream.Position;
        set => stream.Position = value;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        int count = stream.Read(buffer);
        Limit -= count;
        return Limit >= 0 ? count : throw failure();
    }

    public override long Seek(long offset, SeekOrigin origin) => stream.Seek(offset, origin);

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
