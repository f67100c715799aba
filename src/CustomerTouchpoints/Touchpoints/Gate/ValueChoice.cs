using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Lifecycles.Language;
using CustomerTouchpoints.Reasons;
using CustomerTouchpoints.Touchpoints.AddedValues;
using CustomerTouchpoints.Touchpoints.Rules;

namespace CustomerTouchpoints.Touchpoints.Gate;

/// <summary>
/// Which block of added value goes with a message that leaves: never with bad news nor while a complaint is open, not more than enough, and
/// of those for which the customer may be the one that they have seen least. It is asked last, and keeps no message from leaving.
/// </summary>
/// <param name="Block">The block; null for none.</param>
/// <param name="WhyNot">The code of why there is none.</param>
internal readonly record struct ValueChoice(string? Block, string? WhyNot)
{
    /// <summary>The choice; null where the message has no place for any.</summary>
    /// <param name="deliberation">The decision in the making.</param>
    /// <param name="touchpoint">The message.</param>
    /// <param name="recipient">Who is told.</param>
    /// <param name="channel">The channel that it takes.</param>
    public static ValueChoice? Of(Deliberation deliberation, OpenTouchpoint touchpoint, Recipient recipient, Channel channel)
    {
        AddedValueSettings settings = deliberation.Settings.AddedValue;
        if (
            settings.Blocks.Count == 0
            || touchpoint is { Contents: not null } or { Category: Category.Promotional }
            || recipient is not Recipient.Known known
            || deliberation.Definition.FindRule(touchpoint.Rule) is not { AddedValue: { } offered } rule
            || !settings.HasRoom(channel)
        )
        {
            return null;
        }

        if (touchpoint.MayBeRepeat)
        {
            // Under the same message id the same is said, unless it must not be said any more.
            return touchpoint.AddedValue is { } before && settings.Blocks.FirstOrDefault(block => block.Name == before) is { } same
                ? Kept(deliberation, rule, touchpoint, known, channel, same)
                : null;
        }

        CustomerSnapshot customer = deliberation.CustomerOf(touchpoint.Customer!.Value);
        if (Never(rule, customer) is { } never)
        {
            return new ValueChoice(null, never);
        }

        if (customer.Values.After(deliberation.Now - settings.Within) >= settings.AtMost)
        {
            return new ValueChoice(null, AddedValueReasons.Enough.Code);
        }

        string? against = null;
        foreach (
            AddedValueBlock block in settings
                .Blocks.Where(block => offered.Count == 0 || offered.Contains(block.Name))
                .OrderBy(block => customer.Values.TimesOf(block.Name))
        )
        {
            string? refusal =
                customer.Values.TimesOf(block.Name) >= block.AtMost
                    ? AddedValueReasons.Seen.Code
                    : Against(deliberation, touchpoint, known, channel, block);
            if (refusal is null)
            {
                return new ValueChoice(block.Name, null);
            }

            against ??= refusal;
        }

        return against is null ? null : new ValueChoice(null, against);
    }

    /// <summary>What is said of an attempt, with what went with it or why nothing did.</summary>
    public Reason Told(Reason begun) =>
        Block is { } block ? AddedValueReasons.With.After(begun, block) : AddedValueReasons.Without.After(begun, WhyNot);

    private static ValueChoice Kept(
        Deliberation deliberation,
        TouchpointRule rule,
        OpenTouchpoint touchpoint,
        Recipient.Known recipient,
        Channel channel,
        AddedValueBlock block
    ) =>
        (Never(rule, deliberation.CustomerOf(touchpoint.Customer!.Value)) ?? Against(deliberation, touchpoint, recipient, channel, block))
            is { } against
            ? new ValueChoice(null, against)
            : new ValueChoice(block.Name, null);

    private static string? Never(TouchpointRule rule, CustomerSnapshot customer) =>
        rule.Tone == Tone.BadNews ? AddedValueReasons.BadNews.Code
        : customer.Complaints.IsNone ? null
        : SurveyReasons.ComplaintOpen.Code;

    private static string? Against(
        Deliberation deliberation,
        OpenTouchpoint touchpoint,
        Recipient.Known recipient,
        Channel channel,
        AddedValueBlock block
    )
    {
        CustomerSnapshot customer = deliberation.CustomerOf(touchpoint.Customer!.Value);
        var kind = MessageKind.Of(deliberation.Settings, block.Category, block.Topic);
        if (kind.Refusal(recipient.Customer, customer, channel) is { } refusal)
        {
            return refusal.Code;
        }

        try
        {
            if (deliberation.Outside(block.Segments, touchpoint.Role) is { } outside)
            {
                return outside.Code;
            }
        }
        catch (ConditionFailedException fault)
        {
            // What a segment does costs the block, and never the message.
            return fault.Reason.Code;
        }

        return deliberation.Settings.AddedValue.IsWritten(block.Name, touchpoint.Template, channel, recipient.Customer.Culture)
            ? null
            : AddedValueReasons.NotWritten.Code;
    }
}
