using CustomerTouchpoints.PostgreSql.Reports;
using ManyHosts;
using Microsoft.Extensions.DependencyInjection;

if (Settings.Of(args) is not { } settings)
{
    Console.Error.WriteLine(
        """
        Three hosts on one PostgreSQL, and a feed that goes on whichever of them is there:
          dotnet run --project samples/ManyHosts -- --postgres "Host=localhost;Database=shop;Username=shop" \
            --smtp localhost:25 --maildir /var/mail/shop/new
        --parcels 60   how many parcels are reported
        --schema name  the schema, made when it is not there; use a new one for each story
        --kill         kills a host now and then; without it, kill any of the processes that the board shows yourself
        """
    );
    return 2;
}

if (args[0] == "host")
{
    await ShopHost.RunAsync(settings);
    return 0;
}

await using ServiceProvider services = new ServiceCollection().AddShop(settings).BuildServiceProvider();
using (var town = new Town(settings, args, services.GetRequiredService<PostgreSqlReports>()))
{
    await town.RunAsync();
}

Console.WriteLine();
foreach (
    IGrouping<string, (string Subject, string Id)> kind in Mailboxes
        .Read(settings.Maildir)
        .GroupBy(mail => mail.Subject)
        .OrderByDescending(kind => kind.Key, StringComparer.Ordinal)
)
{
    int messages = kind.Select(mail => mail.Id).Distinct().Count();
    Console.WriteLine(
        $"{messages, 4} x "
            + $"\"{kind.Key}\"{(kind.Count() > messages ? $", and {kind.Count() - messages} again, under the same Message-ID" : "")}"
    );
}

return 0;
