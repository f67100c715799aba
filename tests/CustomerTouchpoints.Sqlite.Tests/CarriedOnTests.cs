using CustomerTouchpoints.CarriedOn;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Sqlite.Tests;

/// <summary>A file that the version before has written.</summary>
public sealed class CarriedOnTests : CarriedOnScene, IDisposable
{
    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    protected override Task<CarriedOnHost> OpenAsync()
    {
        // With the mark beside it: the file of the test before has come further than this one.
        File.Delete(folder.Database);
        File.Delete($"{folder.Database}.mark");
        using var reader = new StreamReader(typeof(CarriedOnTests).Assembly.GetManifestResourceStream("written-by-501396e.sqlite.sql")!);
        using (SqliteConnection connection = folder.ConnectHost())
        {
            connection.Open();
            using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are this project's own.
            command.CommandText = reader.ReadToEnd();
#pragma warning restore CA2100
            command.ExecuteNonQuery();
        }

        return CarriedOnHost.StartAsync(touchpoints => touchpoints.UseSqlite($"Data Source={folder.Database}"));
    }
}
