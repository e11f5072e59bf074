using System.Runtime.Intrinsics;

namespace InitGen.Lanes;

/// <summary>The widest lanes that this machine has.</summary>
internal static class WidestLanes
{
    /// <summary>Does work in them.</summary>
    /// <param name="operation">The work.</param>
    public static void Invoke<TOperation>(TOperation operation)
        where TOperation : struct, ILaneOperation, allows ref struct
    {
        if (Lanes512.IsSupported)
        {
            operation.Invoke<Lanes512, Vector512<float>, Vector512<uint>>();
        }
        else if (Lanes256.IsSupported)
        {
            operation.Invoke<Lanes256, Vector256<float>, Vector256<uint>>();
        }
        else
        {
            operation.Invoke<ScalarLane, float, uint>();
        }
    }
}
