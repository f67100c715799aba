using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("CustomerTouchpoints.Sqlite")]

namespace CustomerTouchpoints;

/// <summary>Which bug this test build has now. Set once, before anything runs.</summary>
internal static class Planted
{
    public static PlantedBug Bug { get; set; }

    public static bool Is(PlantedBug bug) => Bug == bug;
}
