namespace CustomerTouchpoints.PostgreSql.Reports;

/// <summary>A host that shares the schema and lives, as far as the others know.</summary>
/// <param name="Term">Its term.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Since">When its term began.</param>
/// <param name="LeaseUntil">Until when it is believed to live without saying so again.</param>
public sealed record LivingHost(long Term, string Name, DateTimeOffset Since, DateTimeOffset LeaseUntil);
