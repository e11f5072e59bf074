using System.Text;

namespace InitGen.Initialization;

/// <summary>The random stream of a parameter.</summary>
public static class ParameterStream
{
    /// <summary>The name of a parameter in its network: "Hidden.3.Weights".</summary>
    /// <param name="layer">The layer's name: "Hidden.3".</param>
    /// <param name="parameter">The parameter's name in the layer: "Weights", "Biases".</param>
    public static string NameOf(string layer, string parameter) => $"{layer}.{parameter}";

    /// <summary>A stable 64-bit hash of a parameter's name ("Hidden1.Weights", "Hidden.3.Weights"): FNV-1a over its UTF-8 bytes, then the
    /// finalizer of MurmurHash3, so that names that differ in one character have unrelated streams. Part of the promise that a weight
    /// depends on seed, name and index alone: it never changes.</summary>
    /// <param name="name">The parameter's name.</param>
    public static ulong Of(string name)
    {
        unchecked
        {
            ulong hash = 14695981039346656037;
            foreach (byte value in Encoding.UTF8.GetBytes(name))
            {
                hash = (hash ^ value) * 1099511628211;
            }

            hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccd;
            hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53;
            return hash ^ (hash >> 33);
        }
    }
}
