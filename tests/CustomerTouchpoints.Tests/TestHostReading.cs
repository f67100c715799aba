using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerTouchpoints.Tests;

/// <summary>What tests read from behind the face: the stored rows.</summary>
internal static class TestHostReading
{
    public static ITouchpointStore Store(this TouchpointsTestHost host) => host.Services.GetRequiredService<ITouchpointStore>();

    public static async Task<string> DataOfAsync(this TouchpointsTestHost host, JourneyId journey) =>
        (await host.Store().ReadJourneysAsync([journey], default)).Single().Data;

    public static async Task<IReadOnlyList<JournalEntry>> JournalOfAsync(this TouchpointsTestHost host, JourneyId journey) =>
        [.. (await host.Store().ReadJournalAsync(journey, default)).Select(JourneyRows.ToEntry)];
}
