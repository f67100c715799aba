namespace CustomerTouchpoints.PostgreSql.Hosts;

/// <summary>What this host knows of its own life: its term, and when it last said so.</summary>
/// <param name="Term">The fencing number; it never comes back once it has ended.</param>
/// <param name="RenewedAt">The reading of the stopwatch before the last renewal was sent.</param>
/// <param name="Hosts">How many hosts live.</param>
/// <param name="Rank">Its place among them, from 0.</param>
internal sealed record Lease(long Term, long RenewedAt, int Hosts, int Rank);
