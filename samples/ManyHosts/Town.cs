using CustomerTouchpoints.PostgreSql.Reports;

namespace ManyHosts;

/// <summary>Three hosts, a feed that goes on whichever of them is there, and the board.</summary>
internal sealed class Town(Settings settings, IReadOnlyList<string> arguments, PostgreSqlReports reports) : IDisposable
{
    private readonly HostProcess[] hosts = [.. Enumerable.Range(0, 3).Select(_ => new HostProcess(arguments))];
    private int reported;
    private int turn;

    /// <summary>Tells the whole story, and ends once every parcel is delivered and every mail is with the server.</summary>
    public async Task RunAsync()
    {
        Task board = ShowAsync();
        using var atOnce = new SemaphoreSlim(4);
        await Task.WhenAll(
            Enumerable
                .Range(1, settings.Parcels)
                .Select(async parcel =>
                {
                    await atOnce.WaitAsync();
                    try
                    {
                        await ReportAsync($"{parcel}");
                    }
                    finally
                    {
                        atOnce.Release();
                    }
                })
        );
        while (Mailboxes.Read(settings.Maildir).Select(mail => mail.Id).Distinct().Count() < settings.Parcels * 3)
        {
            await Task.Delay(200);
        }

        await board;
        await Task.WhenAll(hosts.Select(host => host.StopAsync()));
    }

    public void Dispose()
    {
        foreach (HostProcess host in hosts)
        {
            host.Dispose();
        }
    }

    private async Task ReportAsync(string parcel)
    {
        foreach (string fact in ParcelLifecycle.Facts)
        {
            // What nobody acknowledged is reported again, under the same id: it counts once.
            while (await NextHost() is not { } host || await host.RaiseAsync(fact, parcel) is null) { }

            if (Interlocked.Increment(ref reported) is var count && settings.Kills && count % settings.Parcels == 0)
            {
                hosts[(count / settings.Parcels) % hosts.Length].Kill();
            }
        }
    }

    private async Task<HostProcess?> NextHost()
    {
        HostProcess[] ready = [.. hosts.Where(host => host.IsReady)];
        if (ready.Length == 0)
        {
            await Task.Delay(100);
            return null;
        }

        return ready[(int)((uint)Interlocked.Increment(ref turn) % (uint)ready.Length)];
    }

    /// <summary>One line a second; a host that has died is replaced after a while.</summary>
    private async Task ShowAsync()
    {
        using var second = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (Volatile.Read(ref reported) < settings.Parcels * 3 && await second.WaitForNextTickAsync())
        {
            string processes = string.Join(
                "  ",
                hosts.Select(host => host.HasEnded ? $"{host.Id} dead" : $"{host.Id} {(host.IsReady ? "runs" : "starts")}")
            );
            Console.WriteLine($"{processes}  |  {await BoardAsync()}  |  {Mailboxes.Read(settings.Maildir).Count} mails");
            for (int i = 0; i < hosts.Length; i++)
            {
                if (hosts[i] is { HasEnded: true } dead)
                {
                    hosts[i] = new HostProcess(arguments);
                    dead.Dispose();
                }
            }
        }
    }

    private async Task<string> BoardAsync()
    {
        if (!hosts.Any(host => host.IsReady))
        {
            return "no host is there yet";
        }

        IReadOnlyList<StateCount> states = await reports.BoardAsync();
        return string.Join(
            ", ",
            ParcelLifecycle.Facts.Select(state => $"{states.Where(count => count.State == state).Sum(count => count.Journeys)} {state}")
        );
    }
}
