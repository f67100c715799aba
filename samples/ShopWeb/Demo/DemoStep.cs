namespace ShopWeb.Demo;

/// <summary>Something that happens in the month.</summary>
/// <param name="At">When.</param>
/// <param name="Do">What.</param>
internal sealed record DemoStep(DateTimeOffset At, Func<DemoShop, Task> Do);
