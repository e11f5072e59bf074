using System.IO;

namespace InitGen.Runtime.Tests.Files;

/// <summary>A stream that cannot seek and gives few bytes at a time, as those of networks.</summary>
internal sealed class OneWayStream(byte[] contents) : MemoryStream(contents)
{
    public override bool CanSeek => false;

    public override int Read(System.Span<byte> buffer) => base.Read(buffer[..System.Math.Min(buffer.Length, 3)]);

    public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, System.Math.Min(count, 3));
}
