using System;
using System.Collections;
using System.Collections.Generic;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace InitGen.Testing.Generators;

/// <summary>A value in a generator's pipeline is compared with the one before, so nothing of a compilation may hang on it: it would keep
/// the compilation alive and never be equal.</summary>
internal static class PipelineValue
{
    private static readonly Type[] Forbidden =
    [
        typeof(ISymbol), typeof(SyntaxNode), typeof(SyntaxTree), typeof(SyntaxReference), typeof(Location), typeof(SemanticModel),
        typeof(Compilation), typeof(AttributeData), typeof(IOperation), typeof(Diagnostic),
    ];

    private const BindingFlags AllFields =
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>Follows all fields and elements of a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="stepName">The step, for the message.</param>
    /// <exception cref="InvalidOperationException">Something of a compilation hangs on it.</exception>
    public static void Verify(object? value, string stepName) =>
        Visit(value, stepName, new HashSet<object>(ReferenceEqualityComparer.Instance));

    private static void Visit(object? value, string path, HashSet<object> visited)
    {
        if (value is null || value is string || !visited.Add(value))
        {
            return;
        }

        Type type = value.GetType();
        if (Array.Find(Forbidden, forbidden => forbidden.IsAssignableFrom(type)) is { } found)
        {
            throw new InvalidOperationException($"A {found.Name} lives in a value of the pipeline, at {path}.");
        }

        if (type.IsPrimitive || type.IsEnum || value is Delegate or Type)
        {
            return;
        }

        if (value is Array array)
        {
            foreach (object? element in (IEnumerable)array)
            {
                Visit(element, path + "[]", visited);
            }

            return;
        }

        for (Type? declaring = type; declaring is not null; declaring = declaring.BaseType)
        {
            foreach (FieldInfo field in declaring.GetFields(AllFields))
            {
                Visit(field.GetValue(value), $"{path}.{field.Name}", visited);
            }
        }
    }
}
