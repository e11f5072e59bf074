using System;

namespace InitGen.Tool;

/// <summary>Something is wrong that whoever called the tool can put right.</summary>
/// <param name="message">One sentence: what is wrong, and what to do.</param>
/// <param name="inner">What it was found by.</param>
internal sealed class ToolException(string message, Exception? inner = null) : Exception(message, inner);
