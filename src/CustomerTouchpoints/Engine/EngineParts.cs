using CustomerTouchpoints.Engine.Due;
using CustomerTouchpoints.Engine.Health;
using CustomerTouchpoints.Engine.Observing;
using CustomerTouchpoints.Engine.Sending;
using CustomerTouchpoints.Engine.Starting;
using CustomerTouchpoints.Engine.Writing;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Engine;

/// <summary>What the engine is made of: the start, and the steps of its loops.</summary>
internal sealed record EngineParts(
    ITouchpointStore Store,
    StoreTime Time,
    EngineStart Start,
    AdoptedOverrides Overrides,
    Writer Writer,
    Dispatcher Dispatcher,
    IntakeReader Intake,
    DueReader Due,
    RateKeeper Rates,
    Notices Notices,
    WriterWatch Watch,
    HealthWatch Health,
    EngineMeters Meters
);
