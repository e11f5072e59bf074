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
        Assert.Equal(FiguresOf(fromNpy), FiguresOf(fromCsv));
    }

    [Theory]
    [InlineData("", " has no inputs; it must have at least one line of numbers.")]
    [InlineData("a,b,c\n", " has no inputs; it must have at least one line of numbers.")]
    [InlineData("1,2\n", ", line 1 has 2 columns, but the network takes 3 inputs.")]
    [InlineData("1,2,3\n\n1,2,3,4\n", ", line 3 has 4 columns, but the network takes 3 inputs; say which ones with --columns.")]
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
    public async Task A_file_that_is_not_there_is_refused()
    {
        using TemporaryDirectory directory = new();
        (await ToolRun.Of([.. Healthy, "--inputs", directory["b.csv"]]))
            .AssertRefused($"There is no file '{directory["b.csv"]}'; give a file of inputs, .csv or .npy, or - for standard input.");
    }

    [Fact]
    public async Task A_file_of_any_name_is_what_it_holds()
    {
        using TemporaryDirectory directory = new();
        Npy.Write([1, 2, 3], 1, 3, directory["a.data"]);
        ToolRun fromNpy = await ToolRun.Of([.. Healthy, "--json", "-", "--inputs", directory["a.data"]]);
        Assert.Equal((0, ""), (fromNpy.ExitCode, fromNpy.Error));
        ToolRun fromText = await ToolRun.Of([.. Healthy, "--json", "-", "--inputs", directory.Write("a.txt", "1 ,2, 3\n")]);
        Assert.Equal(FiguresOf(fromNpy), FiguresOf(fromText));
    }

    [Fact]
    public async Task What_is_no_text_is_refused_without_steering_the_terminal()
    {
        using TemporaryDirectory directory = new();
        string path = directory.Write("a.png", "\u0089PNG\u001b[31m");
        (await ToolRun.Of([.. Healthy, "--inputs", path])).AssertRefused(
            $"'{path}' has no inputs; it must have at least one line of numbers.");
        (await ToolRun.Of([.. Healthy, "--inputs", directory.Write("b.csv", "1,2,3\n1,\u001b[31m,3\n")])).AssertRefused(
            $"'{directory["b.csv"]}', line 2, column 2: '\uFFFD[31m' is not a finite number.");
    }

    [Theory]
    [InlineData("2-4", "7,1,2,3,a\n0,4,5,6,b\n")]
    [InlineData("2-4", "label,one,two,three,name\n7,1,2,3,a\n0,4,5,6,b\n")]
    [InlineData("2-", "label,0,1,2\n7,1,2,3\n0,4,5,6\n")]
    [InlineData("2-", ",0,1,2\n7,1,2,3\n0,4,5,6\n")]
    [InlineData("1-2,4", "1,2,a,3\n4,5,b,6\n")]
    [InlineData("one,two,three", "three,one,two\n3,1,2\n6,4,5\n")]
    [InlineData("1, second,3", "first,second,third\n1,2,3\n4,5,6\n")]
    [InlineData("year 1,3,4", "2,year 1,0,1\na,1,2,3\nb,4,5,6\n")]
    public async Task Columns_are_picked_by_name_number_and_range(string columns, string csv)
    {
        using TemporaryDirectory directory = new();
        Npy.Write([1, 2, 3, 4, 5, 6], 2, 3, directory["a.npy"]);
        Assert.Equal(
            FiguresOf(await ToolRun.Of([.. Healthy, "--json", "-", "--inputs", directory["a.npy"]])),
            FiguresOf(await ToolRun.Of([.. Healthy, "--json", "-", "--inputs", directory.Write("a.csv", csv), "--columns", columns])));
    }

    [Theory]
    [InlineData("1-2", "1,2,3\n", "--columns picks 2 columns, but the network takes 3 inputs.")]
    [InlineData("2-4", "1,2,3\n", "'a.csv', line 1 has 3 columns; --columns asks for column 4.")]
    [InlineData("9", "1,2,3\n", "'a.csv', line 1 has 3 columns; --columns asks for column 9.")]
    [InlineData("a,b,x", "a,b,c\n1,2,3\n", "'a.csv', line 1 has no column 'x'; it has a, b, c.")]
    [InlineData("a,b", "a,b,b\n1,2,3\n", "'a.csv', line 1 has 2 columns 'b'; give the number of one, from 1: 2, 3.")]
    [InlineData("2-4", "1,2,3,4\n1,2,3\n", "'a.csv', line 2 has 3 columns, but the first line has 4.")]
    [InlineData("2-4", "1,2,3,4\n1,2,x,3\n", "'a.csv', line 2, column 3: 'x' is not a finite number.")]
    public async Task Columns_that_do_not_fit_are_refused(string columns, string csv, string sentence)
    {
        using TemporaryDirectory directory = new();
        string path = directory.Write("a.csv", csv);
        (await ToolRun.Of([.. Healthy, "--inputs", path, "--columns", columns])).AssertRefused(sentence.Replace("a.csv", path));
    }

    [Theory]
    [InlineData("1,,2", "--columns has an empty name; give names, numbers from 1 and ranges, with commas between: 2-5,height.")]
    [InlineData("", "--columns has an empty name; give names, numbers from 1 and ranges, with commas between: 2-5,height.")]
    [InlineData("0-2", "--columns has no columns in '0-2'; they are counted from 1, and a range goes upwards: 2-5.")]
    [InlineData("5-2", "--columns has no columns in '5-2'; they are counted from 1, and a range goes upwards: 2-5.")]
    public async Task Columns_that_mean_nothing_are_refused(string columns, string sentence) =>
        (await ToolRun.Of([.. Healthy, "--inputs", "a.csv", "--columns", columns])).AssertMisused(sentence);

    [Fact]
    public async Task Columns_without_a_file_are_refused() =>
        (await ToolRun.Of([.. Healthy, "--columns", "1-3"]))
            .AssertMisused("--columns picks among the columns of a file; give one with --inputs.");

    [Fact]
    public async Task Columns_of_a_matrix_are_picked_by_number()
    {
        using TemporaryDirectory directory = new();
        Npy.Write([9, 1, 2, 3, 8, 4, 5, 6], 2, 4, directory["a.npy"]);
        Npy.Write([1, 2, 3, 4, 5, 6], 2, 3, directory["b.npy"]);
        Assert.Equal(
            FiguresOf(await ToolRun.Of([.. Healthy, "--json", "-", "--inputs", directory["b.npy"]])),
            FiguresOf(await ToolRun.Of([.. Healthy, "--json", "-", "--inputs", directory["a.npy"], "--columns", "2-4"])));
        (await ToolRun.Of([.. Healthy, "--inputs", directory["a.npy"], "--columns", "label"])).AssertRefused(
            $"'{directory["a.npy"]}' has no names of columns, and --columns asks for 'label'; give its number, from 1.");
    }

    [Fact]
    public async Task Whole_numbers_of_NumPys_are_taken_as_they_are_and_their_range_is_told()
    {
        using TemporaryDirectory directory = new();
        string header = "{'descr': '|u1', 'fortran_order': False, 'shape': (2, 3), }".PadRight(117) + "\n";
        await File.WriteAllBytesAsync(
            directory["a.npy"],
            [0x93, .. "NUMPY"u8, 1, 0, 118, 0, .. System.Text.Encoding.ASCII.GetBytes(header), 0, 2, 3, 4, 5, 255],
            TestContext.Current.CancellationToken);
        Npy.Write([0, 2, 3, 4, 5, 255], 2, 3, directory["b.npy"]);
        ToolRun run = await ToolRun.Of([.. Healthy, "--json", "-", "--inputs", directory["a.npy"]]);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(FiguresOf(await ToolRun.Of([.. Healthy, "--json", "-", "--inputs", directory["b.npy"]])), FiguresOf(run));
        Assert.Equal($"'{directory["a.npy"]}' holds whole numbers (uint8) from 0 to 255; they are taken as they are, not scaled.\n", run.Error);
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
        Inputs.CsvInputs inputs = new(new Inputs.InputFile(path, "a.csv", () => File.OpenRead(path)), selection: null);
        Assert.Equal(200_000, Count(inputs)); // what is made once is made now
        long before = System.GC.GetAllocatedBytesForCurrentThread();
        Count(inputs);
        Assert.InRange(System.GC.GetAllocatedBytesForCurrentThread() - before, 0, 500_000); // of 2,400,000 bytes of numbers

        static int Count(Inputs.CsvInputs inputs) => inputs.ReadBatches(inputSize: 3, batchSize: 100).Sum(batch => batch.Length / 3);
    }

    // All but where the inputs come from.
    private static string FiguresOf(ToolRun run) =>
        System.Text.Json.JsonDocument.Parse(run.Output).RootElement.GetProperty("networks")[0].GetProperty("layers").GetRawText();
}
