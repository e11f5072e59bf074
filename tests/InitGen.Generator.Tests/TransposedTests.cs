namespace InitGen.Generator.Tests;

/// <summary>What only transposed convolutions have: weights that stand by what comes in.</summary>
public class TransposedTests
{
    [Fact]
    public void Weights_stand_in_files_and_in_memory_as_PyTorch_has_them()
    {
        CompiledNetworks network = new("""
            [Network(4, 2, 2)]
            partial class Net
            {
                [ConvTranspose2d(6, 3, Stride = 2, Groups = 2, UseBias = false)] public partial Layer Up { get; }
            }

            static partial class Probe
            {
                public static string Header()
                {
                    using var file = new System.IO.MemoryStream();
                    Safetensors.Write(new Net(3), file);
                    return System.Text.Encoding.UTF8.GetString(file.ToArray());
                }
            }
            """ + CompiledNetworks.Probe);
        Assert.Contains("\"Up.weight\":{\"dtype\":\"F32\",\"shape\":[4,3,3,3]", network.Call<string>("Header"));

        // Channel 2, the first of the second group, sends its top left value to unit 4, the second of that group, by the second tap alone.
        float[] parameters = new float[4 * 3 * 9];
        parameters[(((2 * 3) + 1) * 9) + 1] = 5;
        float[] inputs = new float[16];
        inputs[2 * 4] = 2;
        float[] outputs = network.Call<float[]>("Forward", parameters, inputs);
        float[] expected = new float[6 * 25];
        expected[(4 * 25) + 1] = 10;
        Assert.Equal(expected, outputs);
        LayerInfo layer = network.Call<LayerInfo[]>("Layers")[0];
        Assert.Equal(("TransposedConvolution", 2 * 9, 6), (layer.Kind, layer.Inputs, layer.Units));
    }
}
