using CustomerTouchpoints.Channels;

namespace CustomerTouchpoints.Tests.Messages;

/// <summary>Leaves the mails beside the tests' binaries, in <c>looks/</c>, for a person with a browser.</summary>
public sealed class MailsToLookAtTests
{
    [TestCase("en", "Ana Conti")]
    [TestCase("fr", "Amélie Dubois")]
    [TestCase("de", "Jürgen Groß")]
    [TestCase("it", "Niccolò D'Angelo")]
    [TestCase("en", "[bank](https://evil.example) <script>alert(1)</script> # x | y", "hostile")]
    public void A_mail_is_there_to_be_looked_at(string culture, string name, string suffix = "kind")
    {
        using MessageDesk desk = MessageDesk.WithMails();
        MessageContent mail = desk.Compose(MessageDesk.Request("order-shipped", MessageDesk.OrderData, name: name, culture: culture));
        string folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "looks")).FullName;
        File.WriteAllText(Path.Combine(folder, $"{culture}-{suffix}.html"), mail.Html);
        File.WriteAllText(Path.Combine(folder, $"{culture}-{suffix}.txt"), $"{mail.Subject}\n{mail.Preheader}\n\n{mail.Text}");

        Assert.That(mail.Html, Does.StartWith("<!DOCTYPE html>"));
        Assert.That(mail.Text, Does.Contain("L-1042"));
    }

    [Test]
    public void A_mail_of_components_is_there_to_be_looked_at()
    {
        using MessageDesk desk = MessageDesk.With(
            (
                "look.md",
                """
                ---
                subject: What a mail can show
                extra: |
                  ## Added value
                  A line below the rest.
                ---
                {{ customer.greeting }},

                ::: items
                - {{ image "https://lumen.example/m2.png" }} **Lumen M2** | €1,199.00
                  Black, with a strap
                - **Leather strap, brown** | €25.25
                :::

                ::: total
                Shipping: €5.00
                VAT: €221.20
                Total: **€1,229.25**
                :::

                :::: summary
                ### Your order

                ::: details
                Number: L-1042
                Paid with: Visa •••• 4242
                :::

                ::: address
                **Goes to**
                Ana Conti
                Via dei Fiori 12
                00184 Roma
                :::
                ::::

                Your code:

                ::: code
                482 915
                :::

                [Follow your parcel](https://track.example/1)
                """
            )
        );
        MessageContent mail = desk.Compose(MessageDesk.Request("look"));
        string folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "looks")).FullName;
        File.WriteAllText(Path.Combine(folder, "components.html"), mail.Html);
        File.WriteAllText(Path.Combine(folder, "components.txt"), mail.Text);

        Assert.That(mail.Html, Does.Contain("482 915"));
    }

    [Test]
    public void The_mails_beside_the_tests_have_no_faults()
    {
        using MessageDesk desk = MessageDesk.WithMails();

        Assert.That(desk.Catalog.Check(), Is.Empty);
    }
}
