namespace InitGen;

/// <summary>A block of layers; classes with <see cref="ResidualAttribute"/> or <see cref="SequentialAttribute"/> implement it.</summary>
/// <typeparam name="TSelf">The class itself.</typeparam>
public interface IBlock<TSelf>
    where TSelf : IBlock<TSelf>
{
    /// <summary>A view of a block's layers.</summary>
    /// <param name="layers">The layers.</param>
    static abstract TSelf Create(BlockLayers layers);
}
