using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Lifecycles.Registry;
using CustomerTouchpoints.Operations;
using CustomerTouchpoints.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Engine.Writing;

/// <summary>
/// The overrides in force. A change of the options is taken up by the engine's own loop: checked as a whole, recorded, and then in force at
/// once.
/// </summary>
internal sealed class AdoptedOverrides : IDisposable
{
    private const string Subject = "overrides";
    private const string Configuration = "configuration";

    private readonly IOptionsMonitor<OverrideOptions> options;
    private readonly LifecycleRegistry lifecycles;
    private readonly Senders senders;
    private readonly StoreTurn turn;
    private readonly StoreTime time;
    private readonly ILogger<AdoptedOverrides> logger;
    private readonly IDisposable? listening;
    private OverrideSheet adopted = OverrideSheet.Empty;
    private volatile bool hasChanged;

    public AdoptedOverrides(
        IOptionsMonitor<OverrideOptions> options,
        LifecycleRegistry lifecycles,
        Senders senders,
        StoreTurn turn,
        StoreTime time,
        ILogger<AdoptedOverrides> logger
    )
    {
        this.options = options;
        this.lifecycles = lifecycles;
        this.senders = senders;
        this.turn = turn;
        this.time = time;
        this.logger = logger;
        listening = options.OnChange(_ => hasChanged = true);
    }

    /// <summary>Whether there is a change that was not taken up yet.</summary>
    public bool HaveChanged => hasChanged;

    public IReadOnlyList<Limit> Limits => adopted.Limits;

    /// <summary>Adopts what is configured at the start.</summary>
    /// <exception cref="InvalidSetupException">It is faulty.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        hasChanged = false;
        OverrideSheet sheet = OverrideSheet.Of(options.CurrentValue, lifecycles, senders.Has);
        if (sheet.Faults.Count > 0)
        {
            throw new InvalidSetupException([], overrides: sheet.Faults);
        }

        await AdoptAsync(sheet, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes up a change, if there is one: adopts or refuses it.</summary>
    public async ValueTask StepAsync(CancellationToken cancellationToken)
    {
        if (!hasChanged)
        {
            return;
        }

        hasChanged = false;
        try
        {
            OverrideSheet sheet = OverrideSheet.Of(options.CurrentValue, lifecycles, senders.Has);
            await (
                sheet.Faults.Count > 0
                    ? RefuseAsync(string.Join(' ', sheet.Faults), cancellationToken)
                    : AdoptAsync(sheet, cancellationToken)
            ).ConfigureAwait(false);
        }
        catch (StoreUnavailableException)
        {
            hasChanged = true;
            throw;
        }
    }

    public void Dispose() => listening?.Dispose();

    private async Task AdoptAsync(OverrideSheet sheet, CancellationToken cancellationToken)
    {
        if (sheet.Words == adopted.Words)
        {
            return;
        }

        await RecordAsync(
                "Adopted",
                sheet.Words,
                () =>
                {
                    // In the store's turn: no batch is decided half under one and half under the other.
                    lifecycles.Replace(sheet.Definitions);
                    adopted = sheet;
                },
                cancellationToken
            )
            .ConfigureAwait(false);
        ProcessingLog.OverridesAdopted(logger, sheet.Words);
    }

    private async Task RefuseAsync(string faults, CancellationToken cancellationToken)
    {
        ProcessingLog.OverridesRefused(logger, faults);
        await RecordAsync("Refused", faults, () => { }, cancellationToken).ConfigureAwait(false);
    }

    private Task<bool> RecordAsync(string outcome, string words, Action then, CancellationToken cancellationToken) =>
        turn.CommitAsync(
            _ =>
            {
                then();
                return new BatchWrites
                {
                    Operations = [new OperationRow(Instants.Truncate(time.GetUtcNow()), Subject, outcome, Configuration, words)],
                };
            },
            cancellationToken
        );
}
