using System.Globalization;
using CustomerTouchpoints;
using CustomerTouchpoints.Storage;
using Microsoft.Extensions.Options;
using ShopWeb;
using ShopWeb.Demo;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

ShopOptions options;
try
{
    options = ShopOptions.Parse(args);
}
catch (ArgumentException fault)
{
    Console.Error.WriteLine(fault.Message);
    return 2;
}

if (options.ShowHelp)
{
    Console.WriteLine(ShopOptions.Help);
    return 0;
}

try
{
    var folder = new ShopFolder(options.Out);
    if (options.Demo && folder.IsNew)
    {
        await DemoFront.WhileAsync(options, Task.Run(() => DemoMonth.LiveAsync(folder, options.Address, TimeProvider.System.GetUtcNow())));
    }

    await using WebApplication app = ShopHost.Build(options, folder);
    await app.StartAsync();
    string address = app.Urls.First();
    Console.WriteLine(
        $"""
        Lumen Cameras listens on {address}
          {address}/             the shop
          {address}/sign-in      come in as a customer, a representative or an operator
          {address}/outbox       what left: mails and text messages
          {address}/touchpoints  the dashboard, for representatives and operators
        All that it knows is in {folder.Path}. Ctrl+C stops it.
        """
    );
    await app.WaitForShutdownAsync();
    return 0;
}
catch (Exception fault)
    when (fault
            is IOException
                or UnauthorizedAccessException
                or StoreUnavailableException
                or InvalidSetupException
                or OptionsValidationException
    )
{
    Console.Error.WriteLine(fault.Message);
    return 1;
}
