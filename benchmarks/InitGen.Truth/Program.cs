using System.Globalization;
using System.Text;
using InitGen.Truth;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

return TruthCommand.Invoke(args);
