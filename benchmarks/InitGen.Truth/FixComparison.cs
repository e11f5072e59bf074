namespace InitGen.Truth;

/// <summary>Whether networks that are warned of learn once they are fixed.</summary>
internal static class FixComparison
{
    /// <summary>Fixes networks, trains them again and prints how many learn.</summary>
    /// <param name="warned">The networks as they were.</param>
    /// <param name="rules">The ids of the rules whose fixes are applied.</param>
    /// <param name="task">What they are to learn.</param>
    /// <param name="isListed">Whether those that the fixes leave failing, or make fail, are listed.</param>
    public static void Print(IReadOnlyList<NetworkResult> warned, IEnumerable<string> rules, LearningTask task, bool isListed)
    {
        using NetworkProject project = new([.. warned.Select(static network => network.Definition)]);
        int passes = project.Fix(rules);
        IReadOnlyList<NetworkResult> mended = Training.Run(project.Build(), task, TrainingMethod.All);

        FailureCriterion criterion = FailureCriterion.Of(task)[0];
        (NetworkResult Before, NetworkResult After)[] pairs = [.. warned.Zip(mended)];
        Console.WriteLine($"Fixes, of {pairs.Length} networks that are warned of ({criterion.Name}), applied {passes} times:");
        int before = pairs.Count(pair => !criterion.Fails(pair.Before));
        int after = pairs.Count(pair => !criterion.Fails(pair.After));
        Console.WriteLine($"learn {before} before → {after} after");
        Console.WriteLine($"cured {pairs.Count(pair => criterion.Fails(pair.Before) && !criterion.Fails(pair.After))}");
        Console.WriteLine($"made worse {pairs.Count(pair => !criterion.Fails(pair.Before) && criterion.Fails(pair.After))}");
        Console.WriteLine($"still warned of {pairs.Count(static pair => pair.After.IsWarned)}");
        if (isListed)
        {
            Console.WriteLine("Fail after their fixes:");
            foreach ((NetworkResult Before, NetworkResult After) pair in pairs.Where(pair => criterion.Fails(pair.After)))
            {
                Console.WriteLine($"before {Tables.LineOf(pair.Before)}");
                Console.WriteLine($"after  {Tables.LineOf(pair.After, project.LayersOf(pair.After.Definition))}");
            }
        }

        Console.WriteLine();
    }
}
