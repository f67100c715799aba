using CustomerTouchpoints.Reasons;
using CustomerTouchpoints.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CustomerTouchpoints.Engine.Health;

/// <summary>Does an operator hold something, or a store that went back?</summary>
internal sealed class SwitchesQuestion(ITouchpointStore store) : IHealthQuestion
{
    public async ValueTask AskAsync(Examination examination, CancellationToken cancellationToken)
    {
        IReadOnlyList<SwitchRow> switches = await store.ReadSwitchesAsync(cancellationToken).ConfigureAwait(false);
        if (StoreHealth.Held(store.Setback, switches) is { } setback)
        {
            examination.Note("went_back_from", setback.Until);
            examination.Note("went_back_to", setback.From is { } from ? from : "the beginning");
            examination.Find(HealthStatus.Degraded, StoreReasons.WentBack.Code, setback.ToString());
        }

        string[] paused = [.. switches.Where(row => row.IsPaused).Select(row => row.Scope)];
        examination.Note("paused", paused);
        if (paused.Length > 0)
        {
            examination.Find(HealthStatus.Degraded, HealthReasons.SendingPaused.With(string.Join(", ", paused)));
        }
    }
}
