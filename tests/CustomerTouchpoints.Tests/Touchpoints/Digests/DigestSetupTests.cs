using CustomerTouchpoints.Touchpoints;
using static CustomerTouchpoints.Digesting.ParcelLifecycle;

namespace CustomerTouchpoints.Tests.Touchpoints.Digests;

/// <summary>What is said of a digest that can't be.</summary>
public sealed class DigestSetupTests
{
    [TestCase("weekly", null, null, "no name: use|which is not declared")]
    [TestCase("daily", null, null, "say one of them")]
    [TestCase("daily", 0, null, "can't be open for")]
    [TestCase("daily", 60, 1, "items at most: say from 2 to 100")]
    public void A_digest_that_cant_be_is_refused_at_the_start(string name, int? minutes, int? most, string fault) =>
        Assert.That(
            () =>
                StartAsync(options =>
                {
                    options.Digests.RemoveAt(0);
                    options.Digests.Add(
                        new Digest
                        {
                            Name = name,
                            Window =
                                minutes is { } some ? TimeSpan.FromMinutes(some)
                                : name == "daily" ? null
                                : TimeSpan.FromHours(1),
                            AtMost = most ?? 50,
                        }
                    );
                }),
            Throws.Exception.With.Message.Matches(fault)
        );
}
