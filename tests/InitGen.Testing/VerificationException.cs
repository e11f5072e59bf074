using System;

namespace InitGen.Testing;

/// <summary>What a test found wrong, for a person to read. The harness throws nothing else, so that it works under any test
/// framework.</summary>
/// <param name="message">What is wrong.</param>
public sealed class VerificationException(string message) : Exception(message);
