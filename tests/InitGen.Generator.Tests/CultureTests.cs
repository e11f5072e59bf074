using System.Collections.Generic;
using System.Globalization;
using InitGen.Testing.Generators;

namespace InitGen.Generator.Tests;

/// <summary>Generated code is the same to the byte on machines of any culture.</summary>
public class CultureTests
{
    private const string Source = """
        using InitGen;

        [Network(1784, InputMean = -0.5, InputStdDev = 1.25)]
        partial class Iris
        {
            /// <summary>Hidden.</summary>
            [Dense(1500, Activation.LeakyRelu, Init.Normal, StdDev = 0.0125, Slope = 0.25, Bias = -0.125, BiasStdDev = 1e-7, Repeat = 2)]
            public partial DenseStack Initial { get; }

            [Dense(10, Activation.Sigmoid, Init.Uniform, Limit = 1e20)]
            public partial DenseLayer Output { get; }
        }
        """;

    [Theory]
    [InlineData("tr-TR")] // I without a dot
    [InlineData("de-DE")] // a comma in numbers
    [InlineData("ar-SA")] // digits and calendar of its own
    [InlineData("fa-IR")] // a minus sign of its own
    [InlineData("sv-SE")] // the minus sign of Unicode
    public void Generated_code_does_not_depend_on_the_culture(string name)
    {
        CultureInfo culture = new(name);
        Assert.NotEqual((-1234.5).ToString("N", CultureInfo.InvariantCulture), (-1234.5).ToString("N", culture));

        Assert.Equal(GenerateUnder(CultureInfo.InvariantCulture), GenerateUnder(culture));
    }

    [Fact]
    public void Generated_code_does_not_depend_on_signs_and_digits()
    {
        CultureInfo culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NegativeSign = "neg";
        culture.NumberFormat.NumberDecimalSeparator = "dot";
        culture.NumberFormat.NumberGroupSeparator = "sep";
        culture.NumberFormat.NaNSymbol = "none";

        Assert.Equal(GenerateUnder(CultureInfo.InvariantCulture), GenerateUnder(culture));
    }

    private static IReadOnlyDictionary<string, string> GenerateUnder(CultureInfo culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = culture;
            return new GeneratorSession<NetworkGenerator>(Source).Run(TestContext.Current.CancellationToken).Sources;
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
