namespace CustomerTouchpoints.Load.Growth;

/// <summary>
/// Fills a place with copies of the orders that the engine wrote there first, rows and checksums as the engine writes them.
/// </summary>
internal interface ICopier
{
    /// <summary>How many journeys and journal entries there are, and how many bytes the place takes.</summary>
    Task<(long Journeys, long Journal, long Bytes)> SizeAsync();

    /// <summary>Makes so many copies of each template. No host has the place open.</summary>
    Task<CopyRange> CopyAsync(int templates, int copies);
}
