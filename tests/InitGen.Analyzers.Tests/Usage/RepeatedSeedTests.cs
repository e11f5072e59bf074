using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using static InitGen.Analyzers.Tests.Usage.UsageVerify;

namespace InitGen.Analyzers.Tests.Usage;

/// <summary>INIT4002 in loops, and in functions that are called for each element.</summary>
public class RepeatedSeedTests
{
    private const string Helpers = """
        public sealed record Options(ulong Seed);

        public sealed class Member
        {
            public Classifier? Net { get; set; }
        }

        private static void Train(Classifier net, double rate = 0.1) => throw new NotSupportedException();

        private static double Score(Classifier net) => throw new NotSupportedException();
        """;

    [Theory]
    [InlineData("for (int i = 0; i < 5; i++) nets[i] = new Classifier(seed: {|#0:42|});", "All networks of this loop", "42")]
    [InlineData("foreach (int i in new[] { 0, 1 }) nets[i] = new Classifier({|#0:seed|});", "All networks of this loop", "'seed'")]
    [InlineData("nets = Enumerable.Range(0, 5).Select(_ => new Classifier({|#0:42|})).ToArray();", "All networks of this lambda", "42")]
    [InlineData(
        "Classifier Make(int i) => new({|#0:42|}); nets = Enumerable.Range(0, 5).Select(Make).ToArray();", "All networks of this function", "42")]
    public Task A_message_says_what_is_repeated(string statements, string networks, string seed) => ReportsAsync(
        Methods("Classifier[] nets, ulong seed", [statements]),
        new DiagnosticResult("INIT4002", DiagnosticSeverity.Warning).WithLocation(0).WithMessage(
            $"{networks} of type 'Classifier' are initialized with seed {seed}, so they start with the same weights; give each a seed of its own"));

    [Fact]
    public Task Networks_that_a_loop_keeps_are_reported() => ReportsAsync(Methods(
        "Classifier[] nets, List<Classifier> list, ulong seed, Options options",
        [
            "for (int i = 0; i < 5; i++) nets[i] = new({|INIT4002:42|});",
            "for (int i = 0; i < 5; i++) nets[i] = new({|INIT4002:(ulong)42|});",
            "for (int i = 0; i < 5; i++) { nets[i] = new({|INIT4002:seed + 1|}); }",
            "for (int i = 0; i < 5; i++) nets[i] = new({|INIT4002:options.Seed|});",
            "for (int i = 0; i < 5; i++) { ulong same = seed; var net = new Classifier({|INIT4002:same|}); Train(net); nets[i] = net; }",
            "foreach (string line in new[] { \"a\", \"b\" }) list.Add(new Classifier({|INIT4002:42|}));",
            "int i = 0; while (i < 5) nets[i++] = new Classifier({|INIT4002:42|});",
            "int i = 0; while (i < 5) { nets[i] = new Classifier({|INIT4002:42|}); i++; }",
            "int i = 0; do { list[i] = new Classifier({|INIT4002:42|}); i++; } while (i < 5);",
            "for (int i = 0; i < 5; i++) { if (i != 3) list.Insert(0, new Classifier({|INIT4002:42|})); }",
            "for (int i = 0; i < 5; i++) { Classifier net; net = new Classifier({|INIT4002:42|}); list.Add(net); }",
            "Classifier net; for (int i = 0; i < 5; i++) { net = new Classifier({|INIT4002:42|}); Train(net); list.Add(net); }",
            "Classifier? last = null; for (int i = 0; i < 5; i++) nets[i] = last = new Classifier({|INIT4002:42|});",
            "for (int i = 0; i < 5; i++) { nets[i] = new Classifier({|INIT4002:42|}); Train(nets[i], 0.1); }",
            "for (int i = 0; i < 5; i++) for (int j = 0; j < 5; j++) nets[5 * i + j] = new Classifier({|INIT4002:(ulong)i|});",
            "for (int i = 0; i < 5; i++) { foreach (int j in new[] { 1, 2 }) { nets[j] = new Classifier({|INIT4002:42|}); } }",
            "var stack = new Stack<Classifier>(); var queue = new Queue<Classifier>(); for (int i = 0; i < 5; i++) { stack.Push(new({|INIT4002:1|})); queue.Enqueue(new({|INIT4002:2|})); }",
            "Parallel.For(0, 5, i => nets[i] = new Classifier({|INIT4002:42|}));",
            "Parallel.For(0, 5, i => { nets[i] = new Classifier({|INIT4002:42|}); });",
            "Parallel.ForEach(new[] { 1, 2 }, i => { nets[i] = new Classifier({|INIT4002:42|}); });",
            "Action make = () => { for (int i = 0; i < 5; i++) nets[i] = new Classifier({|INIT4002:42|}); };",
            "void Make() { for (int i = 0; i < 5; i++) nets[i] = new Classifier({|INIT4002:seed|}); }",
        ],
        Helpers));

    [Fact]
    public Task Networks_that_a_function_makes_for_a_collection_are_reported() => ReportsAsync(Methods(
        "ulong seed",
        [
            "Classifier[] nets = [.. Enumerable.Range(0, 5).Select(_ => new Classifier({|INIT4002:42|}))];",
            "var nets = Enumerable.Range(0, 5).Select(_ => new Classifier({|INIT4002:seed|})).ToList();",
            "var nets = Enumerable.Range(0, 5).Select(_ => { var net = new Classifier({|INIT4002:seed|}); Train(net); return net; }).ToArray();",
            "var nets = new List<Classifier>(Enumerable.Range(0, 5).Select(_ => new Classifier({|INIT4002:42|})));",
            "var nets = (from i in Enumerable.Range(0, 5) select new Classifier({|INIT4002:42|})).ToArray();",
            "var nets = Enumerable.Range(0, 9).Select(_ => new Classifier({|INIT4002:42|})).Take(5).AsParallel().ToArray();",
            "var nets = Array.ConvertAll(new[] { 1, 2 }, _ => new Classifier({|INIT4002:42|}));",
            "var nets = new List<int>().ConvertAll(i => new Classifier({|INIT4002:42|}));",
            "Func<int, Classifier> make = _ => new Classifier({|INIT4002:42|}); var nets = Enumerable.Range(0, 5).Select(make).ToArray();",
            "var nets = Enumerable.Range(0, 5).Select(i => i > 2 ? new Classifier({|INIT4002:42|}) : null).ToArray();",
            "var all = Enumerable.Range(0, 5).Select(i => Enumerable.Range(0, 5).Select(_ => new Classifier({|INIT4002:(ulong)i|})).ToArray()).ToArray();",
        ],
        Helpers));

    [Fact]
    public Task Asynchronous_code_is_seen() => ReportsAsync(Code($$"""
        public static async Task<Classifier[]> MakeAsync(List<Classifier> list)
        {
            for (int i = 0; i < 5; i++)
            {
                await Task.Yield();
                list.Add(await Task.Run(() => new Classifier({|INIT4002:42|})));
            }

            await foreach (int i in CountAsync())
            {
                list.Add(new Classifier({|INIT4002:42|}));
            }

            return await Task.WhenAll(Enumerable.Range(0, 5).Select(async _ => { await Task.Yield(); return new Classifier({|INIT4002:42|}); }).ToArray());
        }

        private static async IAsyncEnumerable<int> CountAsync() { await Task.Yield(); yield return 1; }

        {{Helpers}}
        """));

    [Fact]
    public Task Networks_that_an_iterator_yields_are_reported() => ReportsAsync(Code("""
        public static IEnumerable<Classifier> Make(ulong seed)
        {
            for (int i = 0; i < 5; i++)
            {
                yield return new Classifier({|INIT4002:seed|});
            }
        }
        """));

    [Fact]
    public Task Networks_that_are_initialized_where_they_are_are_reported() => ReportsAsync(Methods(
        "Classifier[] nets, List<Classifier> list, ulong seed",
        [
            "for (int i = 0; i < nets.Length; i++) nets[i].Initialize({|INIT4002:42|});",
            "for (int i = 0; i < list.Count; i++) { var net = list[i]; net.Initialize({|INIT4002:seed|}); }",
            "foreach (var net in nets) net.Initialize({|INIT4002:42|});",
            "foreach (var net in nets) { net.Initialize({|INIT4002:42|}); Train(net); }",
            "list.ForEach(net => net.Initialize({|INIT4002:42|}));",
            "Parallel.ForEach(nets, net => net.Initialize({|INIT4002:42|}));",
            "for (int i = 0; i < 3; i++) foreach (var net in nets) net.Initialize({|INIT4002:(ulong)i|});",
            "for (int i = 0; i < 3; i++) { var net = new Classifier(new float[Classifier.ParameterCount]); net.Initialize({|INIT4002:42|}); list.Add(net); }",
        ],
        Helpers));

    [Fact]
    public Task Other_seeds_each_time_are_silent() => ReportsAsync(Methods(
        "Classifier[] nets, List<Classifier> list, ulong seed, Options[] options",
        [
            "for (int i = 0; i < 5; i++) nets[i] = new((ulong)i);",
            "for (int i = 0; i < 5; i++) nets[i] = new(seed++);",
            "for (int i = 0; i < 5; i++) { nets[i] = new(seed); seed++; }",
            "for (int i = 0; i < 5; i++) { nets[i] = new(seed); Next(ref seed); }",
            "for (int i = 0; i < 5; i++) { ulong own = seed + (ulong)i; nets[i] = new(own); }",
            "for (int i = 0; i < 5; i++) nets[i] = new((ulong)Random.Shared.Next());",
            "for (int i = 0; i < 5; i++) nets[i] = new(Seed);",
            "for (int i = 0; i < 5; i++) nets[i] = new(options[i].Seed);",
            "void Step() => seed++; for (int i = 0; i < 5; i++) { Step(); nets[i] = new(seed); }",
            "for (; seed < 5; seed++) list.Add(new(seed));",
            "foreach (ulong own in new[] { 1ul, 2ul }) list.Add(new(own));",
            "foreach (var option in options) list.Add(new(option.Seed));",
            "foreach (var net in nets) net.Initialize(seed++);",
            "nets = Enumerable.Range(0, 5).Select(i => new Classifier((ulong)i)).ToArray();",
            "nets = (from i in Enumerable.Range(0, 5) select new Classifier((ulong)i)).ToArray();",
            "nets = (from i in Enumerable.Range(0, 5) let own = (ulong)i select new Classifier(own)).ToArray();",
            "nets = (from i in Enumerable.Range(0, 5) from own in new[] { 1ul, 2ul } select new Classifier(own)).ToArray();",
            "nets = (from i in Enumerable.Range(0, 5) from own in new[] { 1ul, 2ul } select new Classifier((ulong)i + own)).ToArray();",
            "nets = Enumerable.Range(0, 5).Select(_ => new Classifier(seed++)).ToArray();",
            "Parallel.For(0, 5, i => nets[i] = new Classifier((ulong)i));",
            "foreach (ulong own in new[] { 1ul, 2ul }) foreach (int i in new[] { 1, 2 }) Train(new(own));",
        ],
        Helpers + """

        public static ulong Seed { get; set; }

        private static void Next(ref ulong seed) => seed++;
        """));

    [Fact]
    public Task A_network_that_is_gone_or_replaced_before_the_next_is_silent() => ReportsAsync(Methods(
        "Classifier[] nets, List<Classifier> list, Classifier one, Member member, double[] rates, List<double> scores",
        [
            "foreach (double rate in rates) { var net = new Classifier(42); Train(net, rate); scores.Add(Score(net)); }",
            "for (int i = 0; i < 5; i++) Train(new Classifier(42));",
            "for (int i = 0; i < 5; i++) one = new Classifier(42);",
            "for (int i = 0; i < 5; i++) one.Initialize(42);",
            "for (int i = 0; i < 5; i++) nets[0].Initialize(42);",
            "for (int i = 0; i < 5; i++) nets[0] = new Classifier(42);",
            "for (int i = 0; i < 5; i++) member.Net = new Classifier(42);",
            "for (int i = 0; i < 5; i++) { var own = new List<Classifier>(); own.Add(new Classifier(42)); Train(own[0]); }",
            "for (int i = 0; i < 5; i++) { var net = new Classifier(42); net = new Classifier((ulong)i); list.Add(net); }",
            "foreach (double rate in rates) { if (rate > 1) { list.Add(new Classifier(42)); break; } }",
            "foreach (double rate in rates) { list.Add(new Classifier(42)); return; }",
            "var best = rates.Select(rate => Score(new Classifier(42))).Max();",
            "var best = rates.Select(rate => new Classifier(42)).Max(net => Score(net));",
            "foreach (var net in rates.Select(rate => new Classifier(42))) Train(net);",
            "Func<Classifier> make = () => new Classifier(42); list.Add(make());",
            "var lazy = new Lazy<Classifier>(() => new Classifier(42)); for (int i = 0; i < 5; i++) Train(lazy.Value);",
            "nets = Enumerable.Repeat(new Classifier(42), 5).ToArray();",
            "var result = Parallel.For(0, 5, () => new Classifier(42), (i, state, net) => { Train(net); return net; }, net => { });",
            "while (Read() is { } own) { list.Add(new Classifier((ulong)own)); }",
        ],
        Helpers + """

        private static int? Read() => null;
        """));

    [Fact]
    public Task Networks_that_are_wanted_as_twins_are_silent() => ReportsAsync(Methods(
        "Classifier[] nets, List<Classifier> replicas, Classifier[] workers, List<Classifier> list, bool same",
        [
            "for (int i = 0; i < 5; i++) replicas.Add(new Classifier(42));",
            "for (int i = 0; i < 5; i++) workers[i] = new Classifier(42);",
            "for (int i = 0; i < 5; i++) { var copy = new Classifier(42); list.Add(copy); }",
            "foreach (var target in nets) target.Initialize(42);",
            "foreach (var net in replicas) net.Initialize(42);",
            "var copies = Enumerable.Range(0, 5).Select(_ => new Classifier(42)).ToArray();",
            "for (int i = 0; i < 2; i++) nets[i] = new Classifier(42); same = nets[0].Parameters.SequenceEqual(nets[1].Parameters);",
            "nets = Enumerable.Range(0, 2).Select(_ => new Classifier(42)).ToArray(); same = nets[0].Parameters.SequenceEqual(nets[1].Parameters);",
            "for (int i = 0; i < 2; i++) list.Add(new Classifier(42)); foreach (var net in list) AssertEqual(net, list[0]);",
            "for (int i = 0; i < 2; i++) list.Add(new Classifier(42)); AssertAllEqual(list);",
        ],
        """
        private static void AssertEqual(Classifier one, Classifier other) => throw new NotSupportedException();

        private static void AssertAllEqual(List<Classifier> nets) => throw new NotSupportedException();

        private static Classifier[] CreateReplicas() => Enumerable.Range(0, 5).Select(_ => new Classifier(42)).ToArray();

        private static IEnumerable<Classifier> Copies() { while (true) yield return new Classifier(42); }
        """));

    [Fact]
    public Task Networks_that_get_other_parameters_are_silent() => ReportsAsync(Methods(
        "Classifier[] nets, List<Classifier> list, string[] paths, float[][] saved",
        [
            "foreach (string path in paths) { var net = new Classifier(0); Safetensors.Read(net, path); list.Add(net); }",
            "for (int i = 0; i < paths.Length; i++) { nets[i] = new Classifier(0); Npz.Read(nets[i], paths[i]); }",
            "for (int i = 0; i < 5; i++) nets[i] = new Classifier(0); foreach (var net in nets) Npz.Read(net, paths[0]);",
            "nets = paths.Select(path => { var net = new Classifier(0); LoadWeights(path, net); return net; }).ToArray();",
            "for (int i = 0; i < 5; i++) { var net = new Classifier(0); saved[i].CopyTo(net.Parameters); list.Add(net); }",
            "var a = new Classifier(0); Npz.Read(a, paths[0]); var b = new Classifier(0); Npz.Read(b, paths[1]);",
        ],
        "private static void LoadWeights(string path, Classifier net) => throw new NotSupportedException();"));

    [Fact]
    public Task What_may_be_an_experiment_is_a_hint() => HintsAsync(
        "Dictionary<double, Classifier> byRate, List<(double, Classifier)> pairs, List<Classifier> list, Classifier[] nets, Member[] members, double[] rates",
        [
            "foreach (double rate in rates) byRate[rate] = new Classifier({|#0:42|});",
            "foreach (double rate in rates) byRate.Add(rate, new Classifier({|#0:42|}));",
            "foreach (double rate in rates) pairs.Add((rate, new Classifier({|#0:42|})));",
            "foreach (double rate in rates) { var net = new Classifier({|#0:42|}); Train(net, rate); list.Add(net); }",
            "for (int i = 0; i < rates.Length; i++) { var net = new Classifier({|#0:42|}); Train(net, rates[i]); nets[i] = net; }",
            "for (int i = 0; i < rates.Length; i++) { nets[i] = new Classifier({|#0:42|}); Train(nets[i], rates[i]); }",
            "for (int i = 0; i < rates.Length; i++) { nets[i].Initialize({|#0:42|}); Train(nets[i], rates[i]); }",
            "var all = rates.Select(rate => (rate, new Classifier({|#0:42|}))).ToArray();",
            "var all = rates.Select(rate => new Member { Net = new Classifier({|#0:42|}) }).ToArray();",
            "var all = rates.ToDictionary(rate => rate, rate => new Classifier({|#0:42|}));",
            "var all = rates.Select(rate => new Classifier({|#0:42|}));",
            "foreach (var (rate, net) in pairs) net.Initialize({|#0:42|});",
            "foreach (var member in members) member.Net!.Initialize({|#0:42|});",
            "foreach (var member in members) member.Net = new Classifier({|#0:42|});",
            "foreach (var pair in byRate) pair.Value.Initialize({|#0:42|});",
            "int i = 0; foreach (var net in nets) { net.Initialize({|#0:42|}); Train(net, rates[i++]); }",
        ],
        Helpers);

    [Fact]
    public Task Tests_are_silent() => ReportsAsync("""
        using System.Linq;

        public sealed class FactAttribute : System.Attribute;

        public class Tests
        {
            [Fact]
            public void Many()
            {
                Classifier[] nets = [.. Enumerable.Range(0, 5).Select(_ => new Classifier(42))];
                foreach (var net in nets) net.Initialize(42);
            }
        }
        """);
}
