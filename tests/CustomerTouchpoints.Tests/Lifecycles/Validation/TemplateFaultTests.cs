using CustomerTouchpoints.Lifecycles.Validation;

namespace CustomerTouchpoints.Tests.Lifecycles.Validation;

public sealed class TemplateFaultTests
{
    [Test]
    public void A_missing_template_is_told_for_its_rule_and_channel()
    {
        IReadOnlyList<Fault> faults = LifecycleAudit.CheckTemplates(
            new OrderLifecycle().Compile(),
            (template, channel) => (template, channel) != ("order-shipped", Channel.Sms)
        );

        Assert.That(
            faults,
            Is.EqualTo(
                new[]
                {
                    new Fault(
                        "order: rule order-shipped",
                        "there is no template order-shipped for sms",
                        "add order-shipped.md for every channel and culture, or order-shipped.sms.md for this channel"
                    ),
                }
            )
        );
    }

    [Test]
    public void Every_missing_template_is_told_at_once()
    {
        IReadOnlyList<Fault> faults = LifecycleAudit.CheckTemplates(new OrderLifecycle().Compile(), (_, _) => false);

        Assert.That(
            string.Join('\n', faults.Select(fault => fault.Problem)),
            Is.EqualTo(
                """
                there is no template order-recorded for email
                there is no template order-shipped for email
                there is no template order-shipped for sms
                there is no template order-delivered for email
                there is no template order-cancelled for email
                there is no template order-still-preparing for email
                there is no template how-did-we-do for email
                """
            )
        );
    }
}
