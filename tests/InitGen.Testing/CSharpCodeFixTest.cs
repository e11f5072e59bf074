using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace InitGen.Testing;

/// <summary>A test of an analyzer and a fixer. One that sets no fixed code proves that nothing is offered.</summary>
/// <typeparam name="TAnalyzer">The analyzer.</typeparam>
/// <typeparam name="TCodeFix">The fixer.</typeparam>
public class CSharpCodeFixTest<TAnalyzer, TCodeFix> : ProjectTest<TAnalyzer, TCodeFix>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TCodeFix : CodeFixProvider, new()
{
    /// <inheritdoc/>
    protected override Task RunImplAsync(CancellationToken cancellationToken)
    {
        if (FixedState.Sources.Count == 0)
        {
            FixedState.InheritanceMode = StateInheritanceMode.AutoInheritAll; // the library asks no fixer where nothing is said of what is fixed
        }

        return base.RunImplAsync(cancellationToken);
    }
}
