using System;
using System.Collections.Generic;
using System.Linq;
using InitGen.Definition;

namespace InitGen.Generator.Tests;

public class IndependentRulesTests
{
    [Fact]
    public void A_rule_that_throws_takes_only_itself_along()
    {
        List<string> found = [];
        AggregateException failures = Assert.Throws<AggregateException>(() =>
        {
            foreach (string finding in Check(() => ["first"], () => throw new FormatException("second"), () => ["third", "fourth"]))
            {
                found.Add(finding);
            }
        });
        Assert.Equal(["first", "third", "fourth"], found);
        Assert.Equal("second", Assert.IsType<FormatException>(Assert.Single(failures.InnerExceptions)).Message);
    }

    [Fact]
    public void A_cancellation_ends_all_rules_at_once() =>
        Assert.Throws<OperationCanceledException>(() => Check(() => throw new OperationCanceledException(), () => ["second"]).First());

    private static IEnumerable<string> Check(params Func<string[]>[] rules) => IndependentRules.Check(rules, static rule => rule());
}
