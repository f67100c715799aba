namespace CustomerTouchpoints.AspNetCore.Dashboard;

/// <summary>Whom somebody looked for in vain; null where they only want to.</summary>
internal sealed record CustomersModel(string? Asked);
