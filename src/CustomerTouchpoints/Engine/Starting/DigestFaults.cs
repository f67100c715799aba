using CustomerTouchpoints.Lifecycles.Registry;
using CustomerTouchpoints.Messages;
using CustomerTouchpoints.Touchpoints;
using CustomerTouchpoints.Touchpoints.Rules;

namespace CustomerTouchpoints.Engine.Starting;

/// <summary>What keeps rules' messages from leaving in the digests that they name.</summary>
internal static class DigestFaults
{
    /// <param name="lifecycles">The lifecycles.</param>
    /// <param name="digests">The digests that are declared.</param>
    /// <param name="templates">The templates.</param>
    public static IEnumerable<Fault> Of(LifecycleRegistry lifecycles, IEnumerable<Digest> digests, TemplateCatalog templates)
    {
        (string Subject, TouchpointRule Rule)[] rules =
        [
            .. lifecycles.All.SelectMany(definition =>
                definition.Rules.Where(rule => rule.Digest is not null).Select(rule => ($"{definition.Name}: rule {rule.Key}", rule))
            ),
        ];
        foreach ((string subject, TouchpointRule rule) in rules)
        {
            if (digests.FirstOrDefault(declared => declared.Name == rule.Digest) is not { } digest)
            {
                yield return new Fault(
                    subject,
                    $"it leaves in the digest {rule.Digest}, which is not declared",
                    $"add new Digest {{ Name = \"{rule.Digest}\", ... }} to the option Digests"
                );
                continue;
            }

            if (rule.WatchesClock || rule.Promise is not null)
            {
                yield return new Fault(
                    subject,
                    "it speaks of a response clock or a broken promise, which can't wait in a digest",
                    "remove InDigest"
                );
            }

            TouchpointRule first = rules.First(other => other.Rule.Digest == rule.Digest).Rule;
            if (rule.Category != first.Category)
            {
                yield return new Fault(
                    subject,
                    $"it is {rule.Category}, and rule {first.Key} of the same digest {rule.Digest} is {first.Category}",
                    "say As(category) in one of them, or use another digest: what leaves as one is allowed or not as one"
                );
            }

            foreach (Channel channel in templates.HasFolders ? rule.Channels : [])
            {
                if (!templates.Contains(digest.TemplateOrName, channel))
                {
                    yield return new Fault(
                        subject,
                        $"its digest {rule.Digest} has no template {digest.TemplateOrName} for {channel}",
                        $"add {digest.TemplateOrName}.md for every channel and culture, or {digest.TemplateOrName}.{channel}.md"
                    );
                }
            }

            if (templates.HasFolders && templates.DeadlinesIn(digest.TemplateOrName) is { Count: > 0 } deadlines)
            {
                yield return new Fault(
                    subject,
                    $"the template {digest.TemplateOrName} of its digest promises {string.Join(", ", deadlines)}, which digests can't",
                    "remove it from the template"
                );
            }
        }
    }
}
