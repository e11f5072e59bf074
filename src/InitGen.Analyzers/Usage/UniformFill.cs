using System;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace InitGen.Analyzers.Usage;

/// <summary>A call that sets all values of a span to one.</summary>
/// <param name="Span">The span.</param>
/// <param name="Value">The value; null for zero.</param>
internal sealed record UniformFill(IOperation Span, IOperation? Value)
{
    /// <summary>The value, as a message says it.</summary>
    public string ValueText => Value switch
    {
        null => "the weight 0",
        { ConstantValue: { HasValue: true, Value: IFormattable constant } } =>
            $"the weight {constant.ToString(null, CultureInfo.InvariantCulture)}",
        _ => "one weight",
    };

    /// <summary>The fill that an operation is; null for other operations.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="networks">The networks that the code may use.</param>
    public static UniformFill? Of(IOperation? operation, KnownNetworks networks)
    {
        if (operation is not IInvocationOperation { TargetMethod: { ContainingType: var type } method } call)
        {
            return null;
        }

        (IOperation? span, IOperation? value) = method.Name switch
        {
            "Clear" when networks.IsSpan(type) => (call.Instance, null),
            "Fill" when networks.IsSpan(type) => (call.Instance, call.Arguments.Named("value")),
            "Zeros" when networks.IsInitializers(type) => (call.Arguments.Named("weights"), null),
            "Constant" when networks.IsInitializers(type) => (call.Arguments.Named("weights"), call.Arguments.Named("value")),
            _ => default,
        };
        return span is null ? null : new UniformFill(span, value);
    }
}
