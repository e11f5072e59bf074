using System.Collections.Generic;
using System.Runtime.Intrinsics;
using InitGen.Lanes;

namespace InitGen.Runtime.Tests.Initialization;

/// <summary>The lanes that this machine has, to hold them to each other.</summary>
internal static class LaneKinds
{
    public static LaneKind Widest => Lanes512.IsSupported ? LaneKind.Sixteen : Lanes256.IsSupported ? LaneKind.Eight : LaneKind.One;

    public static IEnumerable<LaneKind> Supported
    {
        get
        {
            yield return LaneKind.One;
            if (Lanes256.IsSupported)
            {
                yield return LaneKind.Eight;
            }

            if (Lanes512.IsSupported)
            {
                yield return LaneKind.Sixteen;
            }
        }
    }

    public static void Invoke<TOperation>(this TOperation operation, LaneKind lanes)
        where TOperation : struct, ILaneOperation, allows ref struct
    {
        switch (lanes)
        {
            case LaneKind.Sixteen:
                operation.Invoke<Lanes512, Vector512<float>, Vector512<uint>>();
                break;
            case LaneKind.Eight:
                operation.Invoke<Lanes256, Vector256<float>, Vector256<uint>>();
                break;
            default:
                operation.Invoke<ScalarLane, float, uint>();
                break;
        }
    }
}
