using Microsoft.CodeAnalysis;

namespace InitGen.Reading;

/// <summary>What a file-local type hides from generated files.</summary>
internal static class FileLocality
{
    /// <summary>The file-local type among a type and those around it; null where there is none.</summary>
    /// <param name="type">The type.</param>
    public static INamedTypeSymbol? Of(INamedTypeSymbol? type) => type is null or { IsFileLocal: true } ? type : Of(type.ContainingType);
}
