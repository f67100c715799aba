using System.Reflection;
using CustomerTouchpoints.Engine.Errands;
using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Tests.Engine.Hosting;

/// <summary>What a host says it uses.</summary>
public sealed class RegistrationTests
{
    [Test]
    public void The_last_directory_and_the_last_handler_win()
    {
        var directory = new StubDirectory();
        var handler = new RecordingEscalations();
        using ServiceProvider provider = Provider(touchpoints =>
            touchpoints
                .UseCustomers(new StubDirectory())
                .UseCustomers(directory)
                .UseEscalations(new RecordingEscalations())
                .UseEscalations(handler)
        );

        Assert.That(provider.GetServices<ICustomerDirectory>(), Is.EqualTo([directory]));
        Assert.That(provider.GetServices<IEscalationHandler>(), Is.EqualTo([handler]));
    }

    [Test]
    public void Every_lifecycle_of_an_assembly_is_added_once()
    {
        using ServiceProvider provider = Provider(touchpoints =>
            touchpoints.AddLifecycle<Journeys.OrderLifecycle>().AddLifecyclesFromAssembly(Here).AddLifecyclesFromAssembly(Here)
        );
        Type[] added = [.. provider.GetServices<Lifecycle>().Select(lifecycle => lifecycle.GetType())];

        Assert.That(added, Is.Unique);
        Assert.That(added, Does.Contain(typeof(Journeys.OrderLifecycle)).And.Contain(typeof(Declared)));
        Assert.That(added, Has.None.EqualTo(typeof(OnHours)), "It wants something that nobody can guess.");
    }

    [Test]
    public void An_assembly_without_lifecycles_is_refused() =>
        Assert.That(
            () => Provider(touchpoints => touchpoints.AddLifecyclesFromAssembly(typeof(Assert).Assembly)),
            Throws.ArgumentException.With.Message.Contain("declares no lifecycle")
        );

    [Test]
    public void A_channel_carries_as_many_messages_at_once_as_its_options_say()
    {
        using ServiceProvider provider = Provider(touchpoints =>
            touchpoints
                .AddChannel<RecordingChannel>("pigeon", pigeon => pigeon.MaxConcurrency = 3)
                .AddChannel<RecordingChannel>("raven")
                .AddChannel<RecordingChannel>("raven")
        );
        ErrandPools pools = provider.GetRequiredService<ErrandPools>();

        Assert.That(Enumerable.Range(0, 100).Count(_ => pools.Of("pigeon").TryTakeSlot()), Is.EqualTo(3));
        Assert.That(Enumerable.Range(0, 100).Count(_ => pools.Of("raven").TryTakeSlot()), Is.EqualTo(16), "The default.");
    }

    [Test]
    public void Options_that_cannot_work_are_refused_together_with_the_channels_name()
    {
        using ServiceProvider provider = Provider(touchpoints =>
            touchpoints.AddChannel<RecordingChannel>(
                "pigeon",
                pigeon =>
                {
                    pigeon.MaxConcurrency = 0;
                    pigeon.Retries.Factor = 0.5;
                    pigeon.Retries.Jitter = 2;
                    pigeon.Retries.FirstDelay = TimeSpan.FromHours(2);
                    pigeon.Retries.MaxDelay = TimeSpan.FromHours(1);
                    pigeon.Retries.MaxAttempts = 0;
                }
            )
        );

        OptionsValidationException? refused = Assert.Throws<OptionsValidationException>(() =>
            provider.GetRequiredService<IStartupValidator>().Validate()
        );
        string[] names = ["MaxConcurrency", "Retries.Factor", "Retries.Jitter", "Retries.FirstDelay", "Retries.MaxAttempts"];
        Assert.That(refused?.Failures.Count(), Is.EqualTo(names.Length));
        Assert.That(refused?.Failures, Has.All.StartsWith("Channel pigeon: "));
        foreach (string name in names)
        {
            Assert.That(refused?.Failures, Has.Some.Contains($"'{name}'"));
        }
    }

    private static Assembly Here => typeof(RegistrationTests).Assembly;

    private static ServiceProvider Provider(Action<TouchpointsBuilder> compose) =>
        new ServiceCollection().AddCustomerTouchpoints(compose).BuildServiceProvider();

    /// <summary>Found by its type.</summary>
    public sealed class Declared() : Lifecycle("declared", version: 1)
    {
        /// <inheritdoc/>
        protected override void Define(LifecycleBuilder builder) { }
    }

    /// <summary>Not made without its hours.</summary>
    public sealed class OnHours(TimeSpan hours) : Lifecycle("on-hours", version: 1)
    {
        /// <summary>The hours.</summary>
        public TimeSpan Hours => hours;

        /// <inheritdoc/>
        protected override void Define(LifecycleBuilder builder) { }
    }
}
