using CustomerTouchpoints.Testing;
using CustomerTouchpoints.Tests.Journeys;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CustomerTouchpoints.Tests.Engine.Hosting;

/// <summary>What a host must say and has not: the start is refused with the line to add, and with all else that is wrong.</summary>
public sealed class MissingPartsTests
{
    [Test]
    public void Nothing_but_the_call_says_every_line_to_add()
    {
        InvalidSetupException refused = Refused(_ => { });
        Assert.That(refused.Message, Does.StartWith("The registrations have 3 faults:"));
        Assert.That(
            refused.Message,
            Does.Contain(".UseCustomers<ShopCustomers>()").And.Contain(".UseSqlite(").And.Contain(".AddLifecycle<")
        );
    }

    [Test]
    public void Each_missing_part_is_named_alone()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(FaultWithout(Part.Customers), Does.Contain("nobody says where customers are found").And.Contain("UseCustomers"));
            Assert.That(FaultWithout(Part.Store), Does.Contain("no store is chosen").And.Contain("UseInMemoryStore"));
            Assert.That(
                FaultWithout(Part.Templates),
                Does.Contain("no folder of templates is named").And.Contain("AddTemplates(\"Messages\")")
            );
            Assert.That(FaultWithout(Part.Lifecycle), Does.Contain("no lifecycle is registered").And.Contain("AddLifecycle"));
        }
    }

    [Test]
    public void Faults_of_lifecycles_templates_options_and_registrations_are_said_together()
    {
        string folder = Directory.CreateTempSubdirectory("touchpoints-faulty-").FullName;
        File.WriteAllText(Path.Combine(folder, "hello.md"), "---\nsubject: Hello\n---\n{{ nobody }\n");
        InvalidSetupException refused = Refused(touchpoints =>
            touchpoints.AddLifecycle<Unreachable>().AddTemplates(folder).Configure(options => options.BatchSize = 0)
        );
        Directory.Delete(folder, recursive: true);

        Assert.That(refused.RegistrationFaults, Has.Count.EqualTo(3));
        Assert.That(refused.LifecycleFaults, Is.Not.Empty);
        Assert.That(refused.TemplateFaults, Is.Not.Empty);
        Assert.That(refused.Message, Does.Contain("hello.md").And.Contain("no journey can come to it").And.Contain("Batch Size"));
    }

    [Test]
    public void Faults_of_lifecycles_and_of_templates_are_said_together()
    {
        InvalidSetupException refused = Assert.ThrowsAsync<InvalidSetupException>(() =>
            TouchpointsTestHost.StartAsync<Unreachable>(touchpoints => touchpoints.UseBrand(brand => brand.Color = "red"))
        )!;
        Assert.That(refused.Message, Does.StartWith("The lifecycles have 1 fault, the templates have 1 fault:"));
    }

    [Test]
    public void The_container_of_a_developer_is_built_and_the_start_says_it()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(
            new HostApplicationBuilderSettings { EnvironmentName = Environments.Development }
        );
        builder.ConfigureContainer(
            new DefaultServiceProviderFactory(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true })
        );
        builder.Services.AddCustomerTouchpoints(touchpoints => touchpoints.AddLifecycle<OrderLifecycle>());
        using IHost host = builder.Build();
        Assert.That(() => host.StartAsync(), Throws.TypeOf<InvalidSetupException>());
        Assert.That(() => host.Services.GetRequiredService<ICustomerTouchpoints>(), Throws.TypeOf<InvalidSetupException>());
    }

    [Test]
    public void A_channel_for_mail_names_both_senders() =>
        Assert.That(
            Refused(touchpoints =>
                touchpoints.AddLifecycle<OrderLifecycle>().AddTemplates("nowhere").UseInMemoryStore().UseCustomers(new StubDirectory())
            ).Message,
            Does.Contain(".AddEmailDropFolder(").And.Contain(".AddSmtpEmail(").And.Contain(".AddChannel<TSender>(\"sms\")")
        );

    private static string FaultWithout(Part missing)
    {
        string folder = Directory.CreateTempSubdirectory("touchpoints-missing-").FullName;
        File.WriteAllText(Path.Combine(folder, "hello.md"), "---\nsubject: Hello\n---\nHello.\n");
        InvalidSetupException refused = Refused(touchpoints =>
        {
            touchpoints.AddChannel(Channel.Email, _ => new RecordingChannel());
            _ = missing == Part.Customers ? touchpoints : touchpoints.UseCustomers(new StubDirectory());
            _ = missing == Part.Store ? touchpoints : touchpoints.UseInMemoryStore();
            _ = missing == Part.Templates ? touchpoints : touchpoints.AddTemplates(folder);
            _ = missing == Part.Lifecycle ? touchpoints : touchpoints.AddLifecycle<Hello>();
        });
        Directory.Delete(folder, recursive: true);
        Assert.That(refused.Faults, Has.Count.EqualTo(1), refused.Message);
        return refused.Message;
    }

    private static InvalidSetupException Refused(Action<TouchpointsBuilder> compose)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddCustomerTouchpoints(compose);
        using IHost host = builder.Build();
        return Assert.ThrowsAsync<InvalidSetupException>(() => host.StartAsync())!;
    }

    private enum Part
    {
        Customers,
        Store,
        Templates,
        Lifecycle,
    }

    private sealed class Hello() : Lifecycle("hello", version: 1)
    {
        private static readonly State Greeted = new("greeted");

        protected override void Define(LifecycleBuilder hello)
        {
            hello.OpensWith("greeting.sent").GoTo(Greeted);
            hello.OnEntering(Greeted).Send("hello");
        }
    }

    private sealed class Unreachable() : Lifecycle("unreachable", version: 1)
    {
        private static readonly State Here = new("here");
        private static readonly State There = new("there");

        protected override void Define(LifecycleBuilder unreachable)
        {
            unreachable.OpensWith("begun").GoTo(Here);
            unreachable.While(There).On("ended").GoTo(Here);
        }
    }
}
