using System.Text;

namespace InitGen.Reading;

/// <summary>Names of members as names in files.</summary>
internal static class FileNames
{
    /// <summary>A name in small letters, with an underscore in front of each word: "Conv1" is "conv1", "LnF" "ln_f", "HTTPServer"
    /// "http_server".</summary>
    /// <param name="name">The name.</param>
    public static string SnakeCase(string name)
    {
        StringBuilder words = new();
        for (int i = 0; i < name.Length; i++)
        {
            bool startsWord = char.IsUpper(name[i]) && i > 0 && name[i - 1] != '_'
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            words.Append(startsWord ? "_" : "").Append(char.ToLowerInvariant(name[i]));
        }

        return words.ToString();
    }
}
