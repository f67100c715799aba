using System.Globalization;
using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Engine.Writing;
using CustomerTouchpoints.Lifecycles.Registry;
using CustomerTouchpoints.Messages;
using CustomerTouchpoints.Operations;
using CustomerTouchpoints.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Tests.Engine.Hosting;

/// <summary>Every option can be set in the host's configuration, and what cannot be read says where it stands.</summary>
public sealed class ConfigurationTests
{
    [Test]
    public void The_engine_its_retries_and_each_channel_are_bound()
    {
        using ServiceProvider provider = Provider(
            ("SendDeadline", "00:00:20"),
            ("BatchSize", "64"),
            ("Retries:MaxAttempts", "5"),
            ("Retries:Factor", "1.5"),
            ("QuietHours:From", "21:00"),
            ("QuietHours:To", "08:00"),
            ("Caps:0:AtMost", "3"),
            ("Caps:0:Within", "7.00:00:00"),
            ("Caps:0:Channel", "sms"),
            ("Caps:1:Category", "Promotional"),
            ("Channels:email:Rings", "true"),
            ("Channels:EMAIL:MaxConcurrency", "4"),
            ("Channels:email:Retries:MaxDelay", "00:10:00")
        );
        TouchpointsOptions engine = provider.GetRequiredService<IOptions<TouchpointsOptions>>().Value;
        ChannelOptions email = provider.GetRequiredService<IOptionsMonitor<ChannelOptions>>().Get("email");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(engine.SendDeadline, Is.EqualTo(TimeSpan.FromSeconds(20)));
            Assert.That(engine.BatchSize, Is.EqualTo(64));
            Assert.That(engine.Retries.MaxAttempts, Is.EqualTo(5));
            Assert.That(engine.Retries.Factor, Is.EqualTo(1.5));
            Assert.That((engine.QuietHours.From, engine.QuietHours.To), Is.EqualTo((new TimeOnly(21, 0), new TimeOnly(8, 0))));
            Assert.That(
                engine.Caps.Select(cap => (cap.AtMost, cap.Within, cap.Category, cap.Channel)),
                Is.EqualTo([(3, TimeSpan.FromDays(7), (Category?)null, "sms"), (1, TimeSpan.FromDays(1), Category.Promotional, null)])
            );
            Assert.That(email.Rings, Is.True);
            Assert.That(engine.DirectoryDeadline, Is.EqualTo(TimeSpan.FromSeconds(1)), "What is not there stays.");
            Assert.That(email.MaxConcurrency, Is.EqualTo(4));
            Assert.That(email.Retries.MaxDelay, Is.EqualTo(TimeSpan.FromMinutes(10)));
        }
    }

    [Test]
    public void The_brand_and_the_messages_are_bound()
    {
        using ServiceProvider provider = Provider(
            ("Brand:Name", "Lumen"),
            ("Brand:Website", "https://lumen.example"),
            ("Brand:From:Address", "hello@lumen.example"),
            ("Brand:LegalLine", "Lumen Ltd"),
            ("Brand:Contact:OpeningHours:Text", "Mon–Fri 9–18"),
            ("Brand:Contact:OpeningHours:fr", "lun.–ven. 9h–18h"),
            ("Brand:Topics:returns:Email", "returns@lumen.example"),
            ("Messages:DefaultCulture", "fr"),
            ("Messages:Forms:pigeon", "compact"),
            ("Messages:Words:nl:contact.phone", "Telefoon")
        );
        BrandOptions brand = provider.GetRequiredService<IOptions<BrandOptions>>().Value;
        MessageOptions messages = provider.GetRequiredService<IOptions<MessageOptions>>().Value;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(brand.Name, Is.EqualTo("Lumen"));
            Assert.That(brand.Website, Is.EqualTo(new Uri("https://lumen.example")));
            Assert.That(brand.From, Is.EqualTo(new MessageAddress("hello@lumen.example")));
            Assert.That(brand.LegalLine?.In(CultureInfo.GetCultureInfo("de")), Is.EqualTo("Lumen Ltd"));
            Assert.That(brand.Contact.OpeningHours?.In(CultureInfo.GetCultureInfo("fr-CA")), Is.EqualTo("lun.–ven. 9h–18h"));
            Assert.That(brand.Contact.OpeningHours?.In(CultureInfo.GetCultureInfo("de")), Is.EqualTo("Mon–Fri 9–18"));
            Assert.That(brand.Topics["returns"].Email, Is.EqualTo("returns@lumen.example"));
            Assert.That(messages.DefaultCulture, Is.EqualTo("fr"));
            Assert.That(messages.Forms["pigeon"], Is.EqualTo(MessageForm.Compact));
            Assert.That(messages.Forms[Channel.Email], Is.EqualTo(MessageForm.Mail));
            Assert.That(messages.Words["nl"]["contact.phone"], Is.EqualTo("Telefoon"));
        }
    }

    [Test]
    public void Overrides_are_bound_and_follow_the_configuration()
    {
        IConfigurationRoot root = Root(("Channels:email:HourlyBudget", "100"), ("Rules:order/order-shipped:After", "00:05:00"));
        using ServiceProvider provider = new ServiceCollection()
            .AddCustomerTouchpoints(root.GetSection("Touchpoints"), _ => { })
            .BuildServiceProvider();
        IOptionsMonitor<OverrideOptions> monitor = provider.GetRequiredService<IOptionsMonitor<OverrideOptions>>();
        Assert.That(monitor.CurrentValue.Channels["email"].HourlyBudget, Is.EqualTo(100));
        Assert.That(monitor.CurrentValue.Rules["order/order-shipped"].After, Is.EqualTo(TimeSpan.FromMinutes(5)));

        root["Touchpoints:Channels:email:HourlyBudget"] = "7";
        root.Reload();

        Assert.That(monitor.CurrentValue.Channels["email"].HourlyBudget, Is.EqualTo(7));
    }

    [Test]
    public void What_is_set_in_code_comes_after_the_configuration()
    {
        using ServiceProvider provider = new ServiceCollection()
            .AddCustomerTouchpoints(
                Root(("BatchSize", "64")).GetSection("Touchpoints"),
                touchpoints => touchpoints.Configure(options => options.BatchSize = 32)
            )
            .BuildServiceProvider();

        Assert.That(provider.GetRequiredService<IOptions<TouchpointsOptions>>().Value.BatchSize, Is.EqualTo(32));
    }

    [TestCase("PollInterval", "soon", "'Touchpoints:PollInterval'", "such as 00:00:30")]
    [TestCase("BatchSize", "many", "'Touchpoints:BatchSize'", "many")]
    [TestCase("Channels:email:Retries:FirstDelay", "a while", "'Touchpoints:Channels:email:Retries:FirstDelay'", "such as 00:00:30")]
    [TestCase("Messages:Forms:pigeon", "scroll", "'Touchpoints:Messages:Forms:pigeon'", "Write one of Plain, Compact, Mail")]
    [TestCase("Brand:LegalLine:fr", "Lumen SARL", "'Touchpoints:Brand:LegalLine:Text'", "no text")]
    [TestCase("Retries:MaxAttempts", "0", "Retries.MaxAttempts", "greater than or equal to '1'")]
    public void What_cannot_be_read_or_cannot_work_is_refused_at_the_start(string key, string value, string place, string remedy)
    {
        using ServiceProvider provider = Provider((key, value));

        Assert.That(
            () => provider.GetRequiredService<IStartupValidator>().Validate(),
            Throws.TypeOf<OptionsValidationException>().With.Message.Contain(place).And.Message.Contain(remedy)
        );
    }

    [TestCase("Rules:order/order-shipped:After", "later")]
    [TestCase("Channels:email:HourlyBudget", "plenty")]
    [TestCase("Brand:Topics:returns:Website", "https://[")]
    public void What_cannot_be_read_within_a_table_is_not_left_out_in_silence(string key, string value)
    {
        using ServiceProvider provider = Provider((key, value));
        string said;
        try
        {
            provider.GetRequiredService<IStartupValidator>().Validate();
            OverrideOptions overrides = provider.GetRequiredService<IOptions<OverrideOptions>>().Value;
            said = string.Join('\n', OverrideSheet.Of(overrides, provider.GetRequiredService<LifecycleRegistry>(), _ => true).Faults);
        }
        catch (OptionsValidationException refused)
        {
            said = refused.Message;
        }

        Assert.That(said, Does.Contain($"'Touchpoints:{key}'").And.Contain(value));
    }

    private static ServiceProvider Provider(params (string Key, string Value)[] settings) =>
        new ServiceCollection()
            .AddCustomerTouchpoints(
                Root(settings).GetSection("Touchpoints"),
                touchpoints => touchpoints.AddChannel<RecordingChannel>(Channel.Email)
            )
            .BuildServiceProvider();

    private static IConfigurationRoot Root(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(
                settings.Select(setting => new KeyValuePair<string, string?>($"Touchpoints:{setting.Key}", setting.Value))
            )
            .Build();
}
