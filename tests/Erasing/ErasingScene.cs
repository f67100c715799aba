using System.Diagnostics;
using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Testing;
using Microsoft.Extensions.DependencyInjection;
using static CustomerTouchpoints.Erasing.LetterLifecycle;

namespace CustomerTouchpoints.Erasing;

/// <summary>
/// A customer of whom a store has all that it can have, over and over: they are erased, and the files are searched for what was said. Each
/// store that lies on a disk runs it.
/// </summary>
public abstract class ErasingScene
{
    /// <summary>What is searched for: each is in what is known of her, in another place.</summary>
    protected static readonly IReadOnlyList<string> Canaries =
    [
        "canary-trait",
        "canary-words",
        "canary-former",
        "canary-large",
        "canary-parked",
        "canary-held",
        "canary-refusal",
        "canary-doubt",
        "canary-reference",
        "canary-source",
        "canary-wording",
        "canary-preference",
    ];

    /// <summary>What is never stored, and must not be found at any time.</summary>
    protected static readonly IReadOnlyList<string> NeverStored = ["canary-name", "canary-address"];

    /// <summary>Has a host use the store of this test, the same for each of its hosts.</summary>
    protected abstract void UseStore(TouchpointsBuilder touchpoints);

    /// <summary>Which of these texts the store's files hold, anywhere in them.</summary>
    protected abstract IReadOnlyList<string> Found(IReadOnlyList<string> texts);

    /// <summary>What an administrator of the store does after erasing, as its documentation says.</summary>
    protected virtual void CleanUp() { }

    [Test]
    public async Task Nothing_that_was_known_of_her_is_in_any_byte_of_any_file()
    {
        await using (TouchpointsTestHost host = await StartAsync())
        {
            await LiveAsync(host);
            Assert.That(Found(Canaries), Is.EquivalentTo(Canaries), "or nothing is tested");
            Assert.That(Found(["kept-words", "kept-wording"]), Has.Count.EqualTo(2));

            await host.CompleteAsync(Identity(host).EraseAsync("ana", "desk", "she asked for it"));
            CleanUp();
            Assert.That(Found([.. Canaries, .. NeverStored]), Is.Empty);
            Assert.That(Found(["kept-words", "kept-wording"]), Has.Count.EqualTo(2));

            // What goes on after it leaves nothing either.
            host.Directory.IsDown = false;
            await host.RaiseAsync(Fact("noted", "late", "1", "canary-words", ("sender", "ana")));
            await host.RaiseAsync(Fact("written", "1", "new", "canary-words", ("sender", "ana")));
            await host.AdvanceAsync(TimeSpan.FromDays(2));
            CleanUp();
            Assert.That(Found([.. Canaries, .. NeverStored]), Is.Empty);
        }

        await using TouchpointsTestHost again = await StartAsync();
        Assert.That(again.Services.GetRequiredService<ITouchpointStore>().Setback, Is.Null);
        Assert.That(Found(Canaries), Is.Empty);
        Assert.That((await again.RaiseAsync(Fact("noted", "9", "kept", "still here"))).Outcome, Is.EqualTo(RaiseOutcome.Handled));
        again.SentTo("bo").ShouldBe("note");
    }

    private async Task<TouchpointsTestHost> StartAsync()
    {
        TouchpointsTestHost host = await TouchpointsTestHost.StartAsync<LetterLifecycle>(UseStore, TimeProvider.System.GetUtcNow());
        host.Directory.Describe(
            new Customer
            {
                Id = "ana",
                Name = "canary-name",
                Addresses = new Dictionary<Channel, string> { [Channel.Email] = "canary-address@example.org" },
                Attributes = new Dictionary<string, string> { ["nick"] = "canary-trait" },
            }
        );
        return host;
    }

    private static async Task LiveAsync(TouchpointsTestHost host)
    {
        await host.RaiseAsync(Fact("written", "1", "kept", "kept-words", ("sender", "bo")));
        await ConsentAsync(host, "bo", "kept-wording");
        for (int i = 0; i < 30; i++)
        {
            await host.RaiseAsync(Fact("written", "1", $"{i}", $"canary-former {i} for canary-name", ("sender", "ana")));
            await host.RaiseAsync(Fact("noted", "2", $"{i}", $"canary-large {new string('x', i * 300)} end"));
            await host.RaiseAsync(Fact("noted", "3", $"{i}", $"canary-words {i} to canary-address@example.org"));
            await ConsentAsync(host, "ana", "canary-wording");
        }

        await host.SetPreferencesAsync(
            new PreferencesRecord
            {
                Customer = "ana",
                Preferences = new CustomerPreferences { Declined = [new(null, "canary-preference")] },
                Source = "canary-source",
                By = "desk",
            }
        );
        await host.RaiseAsync(Fact("written", "1", "shared", "canary-words for both", ("sender", "bo"), ("recipient", "ana")));
        await host.RaiseAsync(Fact("written", "1", "parked", "canary-parked", ("recipient", "ana")));
        host.Channel.AnswerWith(
            SendResult.PermanentFailure("550 canary-refusal <canary-address@example.org>"),
            SendResult.Uncertain("canary-doubt"),
            SendResult.Sent("canary-reference")
        );
        await host.RaiseAsync(Fact("noted", "4", "1", "canary-words"));
        await host.RaiseAsync(Fact("noted", "4", "2", "canary-words"));
        await host.RaiseAsync(Fact("noted", "4", "3", "canary-words"));
        host.Directory.IsDown = true;
        await host.AdvanceAsync(TimeSpan.FromMinutes(5));
        await host.RaiseAsync(Fact("noted", "5", "4", "canary-held"));
    }

    private static Task ConsentAsync(TouchpointsTestHost host, string customer, string wording) =>
        host.RecordConsentAsync(
            new ConsentRecord
            {
                Customer = customer,
                Category = Category.Promotional,
                Decision = ConsentDecision.Granted,
                Source = customer == "ana" ? "canary-source" : "elsewhere",
                By = "desk",
                Wording = wording,
            }
        );

    private static ICustomerIdentity Identity(TouchpointsTestHost host) => host.Services.GetRequiredService<ICustomerIdentity>();

    /// <summary>Which of these texts are in the bytes of a folder's files, whoever has locked them.</summary>
    protected static IReadOnlyList<string> FoundIn(string folder, IReadOnlyList<string> texts)
    {
        string[] arguments = ["-rohaF", "-D", "skip", .. texts.SelectMany(text => (string[])["-e", text]), folder];
        using var search = Process.Start(
            new ProcessStartInfo("grep", arguments) { RedirectStandardOutput = true, Environment = { ["LC_ALL"] = "C" } }
        )!;
        string[] found = [.. search.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Distinct()];
        search.WaitForExit();
        Assert.That(search.ExitCode, Is.LessThan(2), "grep has read all files");
        return found;
    }
}
