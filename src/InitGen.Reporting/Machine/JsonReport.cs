using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Text.Json;
using InitGen.Propagation;

namespace InitGen.Reporting;

/// <summary>A report as JSON, for machines; docs/reports.md describes it. What is not known or not finite is null.</summary>
public static class JsonReport
{
    private const int SchemaVersion = 1;

    /// <summary>Writes a report to a file, which is there whole or not at all.</summary>
    /// <param name="report">The report.</param>
    /// <param name="path">The path of the file; one that is there is replaced.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static void Save(SignalReport report, string path)
    {
        ArgumentNullException.ThrowIfNull(report);
        TextFile.Write(path, writer => Write(report, writer));
    }

    /// <summary>Writes a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="writer">Where to.</param>
    public static void Write(SignalReport report, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(writer);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteNumber("version", SchemaVersion);
            json.WriteStartArray("networks");
            foreach (NetworkReport network in report.Networks)
            {
                Write(json, network);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        writer.Write(Encoding.UTF8.GetString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length)));
        writer.Write('\n');
    }

    private static void Write(Utf8JsonWriter json, NetworkReport network)
    {
        json.WriteStartObject();
        json.WriteString("name", network.Name);
        if (network.Seed is { } seed)
        {
            json.WriteNumber("seed", seed);
        }
        else
        {
            json.WriteNull("seed");
        }

        json.WriteNumber("inputSize", network.InputSize);
        json.WriteNumber("parameterCount", network.ParameterCount);
        json.WriteNumber("parameterBytes", network.ParameterBytes);
        json.WriteNumber("multiplyAdds", network.MultiplyAdds);
        json.WriteNumber("inputCount", network.InputCount);
        json.WriteNumber("inputNonFiniteCount", network.InputNonFiniteCount);
        WriteFinite(json, "inputMean", network.InputMean);
        WriteFinite(json, "inputStdDev", network.InputStdDev);
        WriteFinite(json, "smallestLearningRate", network.LearningRates.Smallest);
        WriteFinite(json, "largestLearningRate", network.LearningRates.Largest);
        WriteFinite(json, "firstCrossEntropy", network.FirstCrossEntropy);
        WriteFinite(json, "predictedFirstCrossEntropy", network.PredictedFirstCrossEntropy);
        json.WriteString("verdict", network.Verdict);
        json.WriteStartArray("findings");
        foreach (Finding finding in network.Findings)
        {
            Write(json, finding);
        }

        json.WriteEndArray();
        json.WritePropertyName("predictedFinding");
        if (network.PredictedFinding is { } predicted)
        {
            Write(json, predicted);
        }
        else
        {
            json.WriteNullValue();
        }

        json.WriteStartArray("compilerDiagnostics");
        foreach (CompilerDiagnostic diagnostic in network.CompilerDiagnostics)
        {
            Write(json, diagnostic);
        }

        json.WriteEndArray();
        Write(json, network.Thresholds);
        Write(json, network.Provenance);
        json.WriteStartArray("jacobianSingularValues");
        foreach (IReadOnlyList<double> values in network.JacobianSingularValues)
        {
            Write(json, values);
        }

        json.WriteEndArray();
        json.WriteStartArray("layers");
        foreach (LayerReport layer in network.Layers)
        {
            Write(json, layer);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("kind", finding.Kind.ToString());
        json.WriteNumber("layer", finding.Layer);
        json.WriteString("text", finding.Text);
        json.WriteString("remedy", finding.Remedy);
        json.WriteString("rule", finding.RuleId);
        json.WriteString("page", finding.PageAddress);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, CompilerDiagnostic diagnostic)
    {
        json.WriteStartObject();
        json.WriteString("rule", diagnostic.RuleId);
        json.WriteString("severity", diagnostic.Severity.ToString());
        json.WriteString("text", diagnostic.Text);
        json.WriteString("page", diagnostic.PageAddress);
        json.WriteString("file", diagnostic.File);
        json.WriteNumber("line", diagnostic.Line);
        json.WriteNumber("column", diagnostic.Column);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, SignalThresholds thresholds)
    {
        json.WriteStartObject("thresholds");
        WriteFinite(json, "minimumActivationStdDev", thresholds.MinimumActivationStdDev);
        WriteFinite(json, "maximumActivationStdDev", thresholds.MaximumActivationStdDev);
        WriteFinite(json, "maximumSaturatedFraction", thresholds.MaximumSaturatedFraction);
        WriteFinite(json, "maximumInactiveFraction", thresholds.MaximumInactiveFraction);
        WriteFinite(json, "minimumGradientStdDev", thresholds.MinimumGradientStdDev);
        WriteFinite(json, "maximumGradientStdDev", thresholds.MaximumGradientStdDev);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Provenance provenance)
    {
        json.WriteStartObject("provenance");
        json.WriteString("version", provenance.Version);
        json.WriteString("framework", provenance.Framework);
        json.WriteString("architecture", provenance.Architecture);
        json.WriteNumber("vectorBits", provenance.VectorBits);
        json.WriteString("inputs", provenance.Inputs);
        json.WriteString("outputGradients", provenance.OutputGradients);
        if (provenance.Date is { } date)
        {
            json.WriteString("date", date);
        }
        else
        {
            json.WriteNull("date");
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, LayerReport layer)
    {
        json.WriteStartObject();
        json.WriteNumber("layer", layer.Number);
        json.WriteString("name", layer.Name);
        json.WriteString("kind", layer.Info.Kind);
        json.WriteString("input", layer.Info.Input.ToString());
        json.WriteString("output", layer.Info.Output.ToString());
        json.WriteNumber("inputs", layer.Info.Inputs);
        json.WriteNumber("units", layer.Info.Units);
        json.WriteString("activation", layer.Info.Activation.ToString());
        json.WriteString("init", layer.Info.WeightCount == 0 ? null : layer.Info.Init.ToString());
        foreach (LayerFigure figure in LayerFigure.All)
        {
            figure.Write(json, layer);
        }

        Histogram histogram = layer.Measured.Histogram;
        json.WriteStartObject("histogram");
        json.WriteNumber("lower", histogram.Lower);
        json.WriteNumber("upper", histogram.Upper);
        json.WriteNumber("below", histogram.Below);
        json.WriteNumber("above", histogram.Above);
        json.WriteStartArray("counts");
        for (int bin = 0; bin < Histogram.BinCount; bin++)
        {
            json.WriteNumberValue(histogram[bin]);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WritePropertyName("singularValues");
        Write(json, layer.SingularValues);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<double> values)
    {
        json.WriteStartArray();
        foreach (double value in values)
        {
            json.WriteNumberValue(value);
        }

        json.WriteEndArray();
    }

    private static void WriteFinite(Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value))
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
