namespace InitGen.Truth;

/// <summary>How somebody writes the layers of a network.</summary>
internal enum LayerStyle
{
    /// <summary>With an initializer that is named after who found it, seldom with a gain or a bias.</summary>
    Named,

    /// <summary>With a number for the scale of the weights.</summary>
    WrittenScale,

    /// <summary>In any way that can be generated.</summary>
    Wild,
}
