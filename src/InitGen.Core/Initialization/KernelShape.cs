using System.Linq;
using InitGen.Layers;

namespace InitGen.Initialization;

/// <summary>What the weights of a convolution are beyond a matrix of units by what one of them sums.</summary>
/// <param name="Extents">The taps along each axis.</param>
/// <param name="Groups">The number of groups.</param>
internal readonly record struct KernelShape(EquatableArray<int> Extents, int Groups)
{
    /// <summary>That of a matrix.</summary>
    internal static readonly KernelShape Point = new(new EquatableArray<int>([]), 1);

    /// <summary>The taps of a kernel.</summary>
    public int Taps => Extents.Aggregate(1, static (taps, extent) => unchecked(taps * extent));

    /// <summary>The number of the tap in the middle among them.</summary>
    public int Middle => Extents.Aggregate(0, static (middle, extent) => unchecked((middle * extent) + MiddleOf(extent)));

    /// <summary>The tap in the middle along one axis, as PyTorch's <c>dirac_</c> has it: behind the middle where their number is even.</summary>
    /// <param name="extent">The taps along the axis.</param>
    public static int MiddleOf(int extent) => extent / 2;
}
