namespace InitGen.Runtime.Tests.Initialization;

public enum LaneKind
{
    One,
    Eight,
    Sixteen,
}
