using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace InitGen.Analyzers.Signal;

/// <summary>A rule on the signal of a network at initialization.</summary>
public abstract class SignalRule
{
    private protected const string Category = "InitGen.Initialization";

    private protected SignalRule()
    {
    }

    /// <summary>What the rule is called and says.</summary>
    public abstract DiagnosticDescriptor Descriptor { get; }

    /// <summary>Each layer of a network that breaks the rule.</summary>
    /// <param name="network">The network.</param>
    public abstract IEnumerable<Finding> Check(NetworkSignal network);
}
