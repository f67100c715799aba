using CustomerTouchpoints.Messages;
using CustomerTouchpoints.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CustomerTouchpoints.Tests.Messages;

/// <summary>Templates that are edited while the host runs.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class EditedTemplatesTests : IDisposable
{
    private const string Head = "---\nsubject: x\nsample: { name: Ana }\n---\n";

    private readonly string folder = Directory.CreateTempSubdirectory("edited").FullName;
    private readonly CollectingLog log = new();
    private readonly VirtualTime time = new(MessageDesk.Now);
    private int edits;

    public void Dispose()
    {
        log.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public void In_Development_an_edit_shows_in_the_next_message()
    {
        Write("hi.md", Head + "before");
        using ServiceProvider host = Host();
        Assert.That(Said(host), Is.EqualTo("before"));

        Write("hi.md", Head + "after");
        Assert.That(Said(host), Is.EqualTo("after"));
        Assert.That(log.Lines, Has.One.Contains("read anew"));

        Write("hi.sms.md", "for SMS");
        Assert.That(Said(host, Channel.Sms), Does.Contain("for SMS"));
        File.Delete(Path.Combine(folder, "hi.sms.md"));
        Assert.That(Said(host, Channel.Sms), Does.Contain("after"));
    }

    [Test]
    public void An_edit_of_a_shared_part_shows_in_each_message_that_includes_it()
    {
        Write("hi.md", Head + "{{ include 'end' }}");
        Write("_end.md", "yours");
        using ServiceProvider host = Host();
        Assert.That(Said(host), Is.EqualTo("yours"));

        Write("_end.md", "truly yours");
        Assert.That(Said(host), Is.EqualTo("truly yours"));
    }

    [TestCase("hi.md", Head + "{{ if }}", "hi.md: in its body, line 5: it is not a Scriban template")]
    [TestCase("hi.md", Head + "{{ nmae }}", "hi.md: line 5 ({{ nmae }}): it names \"nmae\", which the data lacks")]
    [TestCase("hi.md", "no front matter", "hi.md: it has no subject")]
    [TestCase("_end.md", "{{ nmae }}", "_end.md, line 1 ({{ nmae }}): it names \"nmae\"")]
    public void A_faulty_edit_keeps_what_was_before_and_the_log_says_why(string file, string text, string why)
    {
        Write("hi.md", Head + "before {{ include 'end' }}");
        Write("_end.md", "yours");
        using ServiceProvider host = Host();
        Assert.That(Said(host), Is.EqualTo("before yours"));

        Write(file, text);
        Assert.That(Said(host), Is.EqualTo("before yours"));
        Assert.That(log.Lines, Has.One.Contains("stays as it was").And.One.Contains(why));

        Write("hi.md", Head + "mended");
        Assert.That(Said(host), Is.EqualTo("mended"));
    }

    [Test]
    public async Task The_log_speaks_of_an_edit_within_a_second_without_any_message()
    {
        Write("hi.md", Head + "before");
        using ServiceProvider host = Host();
        var watching = host.GetServices<IHostedService>().OfType<TemplateWatching>().Single();
        await watching.StartAsync(CancellationToken.None);

        Write("hi.md", Head + "{{ if }}");
        Assert.That(log.Lines, Is.Empty);
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.That(log.Lines, Has.One.Contains("stays as it was"));

        await watching.StopAsync(CancellationToken.None);
    }

    [Test]
    public void In_Development_a_folder_is_looked_for_in_the_content_root_where_a_developer_edits()
    {
        Directory.CreateDirectory(Path.Combine(folder, "Messages"));
        Write("Messages/hi.md", Head + "the source");
        using ServiceProvider host = Host("Messages");

        Assert.That(Said(host), Is.EqualTo("the source"));
    }

    [Test]
    public void Elsewhere_templates_are_read_once()
    {
        Write("hi.md", Head + "before");
        using ServiceProvider host = Host(environment: Environments.Production);
        Assert.That(Said(host), Is.EqualTo("before"));

        Write("hi.md", Head + "after");
        Assert.That(Said(host), Is.EqualTo("before"));
    }

    private void Write(string file, string text)
    {
        string path = Path.Combine(folder, file);
        File.WriteAllText(path, text);

        // Two edits within one tick of the file system's clock would look like one.
        File.SetLastWriteTimeUtc(path, time.GetUtcNow().UtcDateTime.AddTicks(++edits));
    }

    private static string Said(ServiceProvider host, Channel? channel = null) =>
        host.GetRequiredService<MessageComposer>().Compose(MessageDesk.Request("hi", channel: channel ?? Channel.Chat)).Text;

    private ServiceProvider Host(string? templates = null, string? environment = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(time);
        services.AddSingleton<ILoggerFactory>(log);
        services.AddSingleton<IHostEnvironment>(new Environment(environment ?? Environments.Development, folder));
        new TouchpointsBuilder(services).AddTemplates(templates ?? folder);
        return services.BuildServiceProvider();
    }

    private sealed class Environment(string name, string root) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;

        public string ApplicationName { get; set; } = "shop";

        public string ContentRootPath { get; set; } = root;

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
