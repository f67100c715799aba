namespace CustomerTouchpoints.AspNetCore.Dashboard;

/// <summary>What somebody may do beside looking, and the name under which it is journaled.</summary>
/// <param name="Who">The name; null for somebody without one, who may do nothing.</param>
/// <param name="MayAct">Whether they may act for customers.</param>
/// <param name="MayAdminister">Whether they may administer.</param>
internal sealed record DashboardRights(string? Who, bool MayAct, bool MayAdminister)
{
    public bool Has(DashboardRight right) => right == DashboardRight.Act ? MayAct : MayAdminister;
}
