namespace InitGen.Definition;

/// <summary>The names under which a diagnostic of any kind hands its fixer what to write, and reports on networks which one it is about.</summary>
internal static class FixKeys
{
    /// <summary>The name of the network's type at run time. The compiler writes it into its log.</summary>
    public const string Network = nameof(Network);

    /// <summary>The member of <see cref="InitGen.Activation"/> to write.</summary>
    public const string Activation = nameof(Activation);

    /// <summary>The member of <see cref="InitGen.Init"/> to write.</summary>
    public const string Init = nameof(Init);

    /// <summary>The gain to write; missing where none is needed.</summary>
    public const string Gain = nameof(Gain);

    /// <summary>The arguments to add, as code.</summary>
    public const string Add = nameof(Add);

    /// <summary>The properties whose arguments to remove beside the reported one, with commas between.</summary>
    public const string Remove = nameof(Remove);

    /// <summary>What the fix changes, for its title; missing where nothing is known.</summary>
    public const string Outcome = nameof(Outcome);

    /// <summary>The whole title of a fix of several layers.</summary>
    public const string Title = nameof(Title);
}
