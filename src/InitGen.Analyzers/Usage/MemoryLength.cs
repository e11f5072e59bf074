using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace InitGen.Analyzers.Usage;

/// <summary>The length of a memory or an array, where it is known before the program runs.</summary>
/// <param name="Value">The number of values.</param>
/// <param name="Size">The expression that allocates as many; null where they are a part of an array, or an array's elements stand in
/// code.</param>
internal sealed record MemoryLength(long Value, IOperation? Size)
{
    /// <summary>The length of a memory or an array.</summary>
    /// <param name="memory">The memory or array.</param>
    /// <param name="body">The code that it stands in.</param>
    /// <returns>The length; null where it is unknown.</returns>
    public static MemoryLength? Of(IOperation memory, MethodBody body) => body.Origin(memory) switch
    {
        IArrayCreationOperation { DimensionSizes: { Length: 1 } sizes } array =>
            OfAllocation(sizes[0], isFixed: array.Initializer is not null, body),
        IInvocationOperation { TargetMethod: { Name: "AllocateArray" or "AllocateUninitializedArray", ContainingType.Name: "GC" } } call
            when call.Arguments.Named("length") is { } size => OfAllocation(size, isFixed: false, body),
        IInvocationOperation { TargetMethod: { Name: "AsMemory", ContainingType.Name: "MemoryExtensions" } } call =>
            OfPart(call.Arguments.Named("array"), call.Arguments, body),
        IInvocationOperation { TargetMethod: { Name: "Slice", ContainingType: var type } } call when body.Networks.IsMemory(type) =>
            OfPart(call.Instance, call.Arguments, body),
        IObjectCreationOperation { Type: var type } creation when body.Networks.IsMemory(type) =>
            OfPart(creation.Arguments.Named("array"), creation.Arguments, body),
        IImplicitIndexerReferenceOperation { Argument: IRangeOperation range } part when body.Networks.IsMemory(part.Type) =>
            OfRange(part.Instance, range, body),
        _ => null,
    };

    private static MemoryLength? OfAllocation(IOperation size, bool isFixed, MethodBody body) =>
        Number(size, body) is { } length ? new MemoryLength(length, isFixed ? null : size) : null;

    private static MemoryLength? OfPart(IOperation? whole, ImmutableArray<IArgumentOperation> arguments, MethodBody body)
    {
        if (arguments.Named("length") is { } length)
        {
            return Number(length, body) is { } count ? new MemoryLength(count, null) : null;
        }

        if (whole is null)
        {
            return null;
        }

        if ((arguments.Named("start") ?? arguments.Named("startIndex")) is { } start)
        {
            return OfStretch(whole, start, null, body);
        }

        return arguments.Named("range") is { } range ? OfRange(whole, body.Origin(range), body) : Of(whole, body);
    }

    private static MemoryLength? OfRange(IOperation whole, IOperation range, MethodBody body) =>
        range is IRangeOperation { LeftOperand: var start, RightOperand: var end } ? OfStretch(whole, start, end, body) : null;

    private static MemoryLength? OfStretch(IOperation whole, IOperation? start, IOperation? end, MethodBody body)
    {
        long? length = Of(whole, body)?.Value;
        long? first = start is null ? 0 : Place(start, length, body);
        long? last = end is null ? length : Place(end, length, body);
        return last - first is { } count ? new MemoryLength(count, null) : null;
    }

    private static long? Place(IOperation place, long? length, MethodBody body) => body.Origin(place) switch
    {
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat, Operand: var fromEnd } => length - Number(fromEnd, body),
        var fromStart => Number(fromStart, body),
    };

    private static long? Number(IOperation number, MethodBody body) =>
        body.Networks.IsOutdated(number) ? null : body.ConstantOf(number) switch
        {
            int value => value,
            uint value => value,
            long value => value,
            _ => null,
        };
}
