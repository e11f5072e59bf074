using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace InitGen.Tool.Tests;

public class InputTests
{
    private static readonly string[] Healthy = ["report", BuiltAssembly.OfTests, "--network", "Healthy", "--batch-size", "2"];

    [Theory]
    [InlineData("1,2,3\n4,5,6\n-7.5,8e-1,9\n")]
    [InlineData("first,second,third\n1,2,3\n4,5,6\n-7.5,8e-1,9\n")]
    [InlineData("\"the first, quoted\",\"second\",third\n1,2,3\n4,5,6\n-7.5,8e-1,9\n")]
    [InlineData(" 1 , 2 , 3 \r\n\r\n4,5,6\r\n-7.5,8e-1,9")]
    [InlineData("\ufeff1,2,3\n4,5,6\n-7.5,8e-1,9\n")]
    [InlineData("\"1\",\"2\",\"3\"\n4,5,6\n-7.5,8e-1,9\n")]
    [InlineData("1;2;3\n4;5;6\n-7.5;8e-1;9\n")]
    [InlineData("1\t2\t3\n4\t5\t6\n-7.5\t8e-1\t9\n")]
    public async Task Inputs_of_a_CSV_file_are_those_of_the_same_matrix_in_NumPys_format(string csv)
    {
        using TemporaryDirectory directory = new();
        Npy.Write([1, 2, 3, 4, 5, 6, -7.5f, 0.8f, 9], 3, 3, directory["a.npy"]);
        ToolRun fromNpy = await ToolRun.Of([.. Healthy, "--json", "-", "--inputs", directory["a.npy"]]);
        ToolRun fromCsv = await ToolRun.Of([.. Healthy, "--json", "-", "--inputs", directory.Write("a.csv", csv)]);
        Assert.Equal((0, ""), (fromNpy.ExitCode, fromNpy.Error));
        Assert.Contains("\"inputCount\": 3,", fromNpy.Output);
        Assert.Equal(fromNpy, fromCsv);
    }

    [Theory]
    [InlineData("", " has no inputs; it must have at least one line of numbers.")]
    [InlineData("a,b,c\n", " has no inputs; it must have at least one line of numbers.")]
    [InlineData("1,2\n", ", line 1 has 2 columns, but the network takes 3 inputs.")]
    [InlineData("1,2,3\n\n1,2,3,4\n", ", line 3 has 4 columns, but the network takes 3 inputs.")]
    [InlineData("1,2,3\n4,five,6\n", ", line 2, column 2: 'five' is not a finite number.")]
    [InlineData("1,b,3\n", ", line 1, column 2: 'b' is not a finite number.")]
    [InlineData("1,2,3\n4,5,\n", ", line 2, column 3: '' is not a finite number.")]
    [InlineData("1,2,3\nNaN,5,6\n", ", line 2, column 1: 'NaN' is not a finite number.")]
    [InlineData("1,2,3\n1,2,3\n1,2,1e39\n", ", line 3, column 3: '1e39' is not a finite number.")]
    public async Task A_wrong_CSV_file_is_refused_with_the_place(string csv, string rest)
    {
        using TemporaryDirectory directory = new();
        string path = directory.Write("a.csv", csv);
        (await ToolRun.Of([.. Healthy, "--inputs", path])).AssertRefused($"'{path}'{rest}");
    }

    [Fact]
    public async Task A_quote_that_is_never_closed_is_refused_with_its_line()
    {
        using TemporaryDirectory directory = new();
        string path = directory.Write("a.csv", "1,2,3\n1,\"2,3\n1,2,3\n");
        ToolRun run = await ToolRun.Of([.. Healthy, "--inputs", path]);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith($"'{path}', line 2 cannot be read as CSV: ", run.Error);
    }

    [Fact]
    public async Task A_value_of_NumPys_that_is_not_finite_is_refused_with_its_place()
    {
        using TemporaryDirectory directory = new();
        Npy.Write([1, 2, 3, 4, float.NaN, 6], 2, 3, directory["a.npy"]);
        (await ToolRun.Of([.. Healthy, "--inputs", directory["a.npy"]]))
            .AssertRefused($"'{directory["a.npy"]}', row 1, column 1 (from 0): NaN is not a finite number.");
    }

    [Fact]
    public async Task A_matrix_of_other_columns_is_refused_even_where_its_values_could_be_cut_to_fit()
    {
        using TemporaryDirectory directory = new();
        Npy.Write([1, 2, 3, 4, 5, 6], 3, 2, directory["a.npy"]);
        (await ToolRun.Of([.. Healthy, "--inputs", directory["a.npy"]]))
            .AssertRefused($"'{directory["a.npy"]}' has 2 columns, but the network takes 3 inputs.");
    }

    [Fact]
    public async Task What_is_wrong_with_a_file_of_NumPys_is_said_as_the_library_says_it()
    {
        using TemporaryDirectory directory = new();
        string path = directory.Write("a.npy", "not a matrix");
        (await ToolRun.Of([.. Healthy, "--inputs", path])).AssertRefused($"'{path}' does not start as a file of NumPy does.");
    }

    [Fact]
    public async Task A_file_that_is_not_there_and_one_of_another_kind_are_refused()
    {
        using TemporaryDirectory directory = new();
        string text = directory.Write("a.txt", "1,2,3\n");
        (await ToolRun.Of([.. Healthy, "--inputs", text])).AssertRefused($"'{text}' is neither a .csv nor a .npy file.");
        (await ToolRun.Of([.. Healthy, "--inputs", directory["b.csv"]]))
            .AssertRefused($"There is no file '{directory["b.csv"]}'; give a .csv or .npy file of inputs.");
    }

    [Fact]
    public async Task One_file_does_not_serve_networks_of_different_sizes() =>
        (await ToolRun.Of("report", BuiltAssembly.OfTests, "--network", "Healthy", "--network", "Throwing", "--inputs", "a.csv"))
            .AssertRefused("'Healthy' takes 3 inputs and 'Throwing' 5; name those that 'a.csv' is for with --network.");

    [Fact]
    public async Task A_long_CSV_file_takes_no_more_memory_than_a_batch()
    {
        using TemporaryDirectory directory = new();
        string path = directory["a.csv"];
        await File.WriteAllLinesAsync(path, Enumerable.Repeat("0.25,-1.5,3.125", 200_000), TestContext.Current.CancellationToken);
        Inputs.CsvInputs inputs = new(path);
        Assert.Equal(200_000, Count(inputs)); // what is made once is made now
        long before = System.GC.GetAllocatedBytesForCurrentThread();
        Count(inputs);
        Assert.InRange(System.GC.GetAllocatedBytesForCurrentThread() - before, 0, 500_000); // of 2,400,000 bytes of numbers

        static int Count(Inputs.CsvInputs inputs) => inputs.ReadBatches(inputSize: 3, batchSize: 100).Sum(batch => batch.Length / 3);
    }
}
