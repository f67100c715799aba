using CustomerTouchpoints.Testing;
using Microsoft.Extensions.DependencyInjection;
using OrderLifecycle = CustomerTouchpoints.Tests.Journeys.OrderLifecycle;

namespace CustomerTouchpoints.Tests.Engine.Hosting;

/// <summary>A start that is refused says everything at once, and calls each thing by its kind.</summary>
public sealed class InvalidSetupTests
{
    [Test]
    public void The_faults_of_templates_are_no_lifecycles()
    {
        InvalidSetupException refused = Assert.ThrowsAsync<InvalidSetupException>(() =>
            TouchpointsTestHost.StartAsync<OrderLifecycle>(touchpoints =>
                touchpoints.AddTemplates("nowhere").UseBrand(brand => brand.Color = "red")
            )
        )!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(refused.LifecycleFaults, Is.Empty);
            Assert.That(refused.TemplateFaults, Has.Count.EqualTo(2));
            Assert.That(refused.Message, Does.StartWith("The templates have 2 faults:"));
            Assert.That(refused.Message, Does.Contain("Brand: the colour \"red\" is not of the form #rrggbb. Write one like #1f5fbf."));
        }
    }

    [Test]
    public void Each_kind_is_counted_apart()
    {
        var fault = new Fault("order: rule order-shipped", "it has no channel", "give it one");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                new InvalidSetupException([fault, fault], [fault]).Message,
                Does.StartWith("The lifecycles have 2 faults, the templates have 1 fault:")
            );
            Assert.That(new InvalidSetupException([], overrides: [fault]).Message, Does.StartWith("The overrides have 1 fault:"));
            Assert.That(new InvalidSetupException([fault], [fault], [fault]).Faults, Has.Count.EqualTo(3));
            Assert.That(fault.ToString(), Is.EqualTo("order: rule order-shipped: it has no channel. Give it one."));
        }
    }

    [Test]
    public void A_form_of_no_channel_is_a_fault() =>
        Assert.That(
            () =>
                TouchpointsTestHost.StartAsync<OrderLifecycle>(touchpoints =>
                    touchpoints.ConfigureMessages(messages => messages.Forms[default] = CustomerTouchpoints.Messages.MessageForm.Plain)
                ),
            Throws.TypeOf<InvalidSetupException>().With.Message.Contain("default(Channel)")
        );
}
