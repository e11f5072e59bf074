using System.Collections.Generic;
using System.Globalization;

namespace InitGen.Testing;

/// <summary>The documents of a test: their paths and their contents.</summary>
public sealed class SourceFileList : List<(string FileName, string Content)>
{
    /// <summary>Adds a document under the next free name: /0/Test0.cs, /0/Test1.cs, …</summary>
    /// <param name="content">Its content.</param>
    public void Add(string content) => Add((string.Create(CultureInfo.InvariantCulture, $"/0/Test{Count}.cs"), content));
}
