using System;
using System.Globalization;
using System.Text;
using InitGen.Tool.Commands;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
Console.Out.NewLine = Console.Error.NewLine = "\n";

return await InitGenCommand.RunAsync(args, Console.Out, Console.Error);
