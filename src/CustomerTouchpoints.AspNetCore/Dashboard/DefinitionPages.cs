using System.Globalization;
using CustomerTouchpoints.AspNetCore.Dashboard.Views;
using CustomerTouchpoints.Reading;

namespace CustomerTouchpoints.AspNetCore.Dashboard;

/// <summary>Definitions: the lifecycles of this host, as they are read.</summary>
internal static class DefinitionPages
{
    public static void Map(DashboardRoutes routes)
    {
        routes.Page<DefinitionsPage, DefinitionsModel>(
            "/definitions",
            "Definitions",
            request => Task.FromResult(new DefinitionsModel(request.Lifecycles))
        );
        routes.Page<DefinitionPage, LifecycleView>("/definitions/one", "Definition", request => Task.FromResult(Find(request)));
    }

    private static LifecycleView Find(DashboardRequest request)
    {
        string name = request.Demand("name");
        return
            int.TryParse(request.Demand("version"), NumberStyles.None, CultureInfo.InvariantCulture, out int version)
            && request.Get<DashboardDefinitions>().Find(name, version) is { } found
            ? found
            : throw DashboardFault.NotFound("such version of a lifecycle on this host");
    }
}
