using CustomerTouchpoints.CarriedOn;
using CustomerTouchpoints.PostgreSql.Tests.Servers;
using CustomerTouchpoints.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.PostgreSql.Tests.Migrations;

/// <summary>A schema that the version before has written.</summary>
public sealed class CarriedOnTests : CarriedOnScene
{
    private const string Written = "written_by_501396e";

    protected override Task<CarriedOnHost> OpenAsync()
    {
        var schema = new StoreSchema(name: Written);
        schema.Dispose();
        using (
            var reader = new StreamReader(typeof(CarriedOnTests).Assembly.GetManifestResourceStream("written-by-501396e.postgresql.sql")!)
        )
        {
            Psql.Run(reader.ReadToEnd());
        }

        // The engine lives in virtual time, the lease of the store in the real one.
        return CarriedOnHost.StartAsync(touchpoints =>
            touchpoints.Services.AddSingleton<ITouchpointStore>(_ => schema.Connect(options => options.UseDatabaseTime = false))
        );
    }
}
