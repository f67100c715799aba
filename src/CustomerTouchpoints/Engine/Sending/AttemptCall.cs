using System.Diagnostics;
using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Diagnostics;
using CustomerTouchpoints.Engine.Errands;
using CustomerTouchpoints.Messages;
using CustomerTouchpoints.Reasons;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Touchpoints;
using CustomerTouchpoints.Touchpoints.Gate;

namespace CustomerTouchpoints.Engine.Sending;

/// <summary>
/// One attempt while templates and sender have it. It knows how far it has come, whatever becomes of the call: what has not been handed to
/// the sender when its time is over never is.
/// </summary>
internal sealed class AttemptCall(
    Attempt attempt,
    MessageComposer composer,
    IChannelSender sender,
    OtherLanguages languages,
    StoreTime time
)
{
    private const int HandedOver = 1;
    private const int GivenUp = 2;

    private int stage;

    /// <summary>Composes the message and hands it to its sender.</summary>
    /// <returns>What the sender says.</returns>
    /// <exception cref="NotComposedException">There is no message to hand over.</exception>
    public async Task<SendResult> RunAsync(CancellationToken cancellationToken)
    {
        using Activity? activity = Telemetry.Source.StartActivity("touchpoints.send");
        activity?.SetTag("touchpoints.channel", attempt.Touchpoint.Channel.Name);
        OutgoingMessage message = Composed();
        if (Interlocked.CompareExchange(ref stage, HandedOver, 0) != 0)
        {
            throw new NotComposedException(DeliveryReasons.ComposingLate);
        }

        return await sender.SendAsync(message, cancellationToken).ConfigureAwait(false)
            ?? SendResult.Uncertain("the sender returned no result");
    }

    /// <summary>Gives it up, unless the sender has it already. Returns whether it was in time.</summary>
    public bool TryGiveUp() => Interlocked.CompareExchange(ref stage, GivenUp, 0) == 0;

    private OutgoingMessage Composed()
    {
        try
        {
            return Compose();
        }
#pragma warning disable CA1031 // Whatever a template engine or a helper throws: this message goes to review, the journey goes on.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            throw new NotComposedException(
                exception is MessageException
                    ? DeliveryReasons.NotComposed.With(exception.Message)
                    : DeliveryReasons.ComposingFailed.With(exception.GetType().Name),
                exception
            );
        }
    }

    private OutgoingMessage Compose()
    {
        OpenTouchpoint touchpoint = attempt.Touchpoint;
        TouchpointId id = touchpoint.IdIn(attempt.Journey);
        DateTimeOffset now = Instants.Truncate(time.GetUtcNow());
        MessageContent content = ContentAt(now);
        languages.Note(touchpoint.Template, attempt.Customer.Culture, content.Culture);
        return new OutgoingMessage
        {
            Touchpoint = id,
            MessageId = id.MessageToken(),
            ThreadId = id.ThreadToken(),
            Attempt = touchpoint.Attempts,
            MayBeRepeat = touchpoint.MayBeTold,
            Channel = touchpoint.Channel,
            Customer = attempt.Customer.Id,
            Address = attempt.Customer.Addresses[touchpoint.Channel],
            Name = attempt.Customer.Name,
            Culture = content.Culture ?? attempt.Customer.Culture,
            Category = touchpoint.Category,
            Topic = attempt.Definition.TopicOf(touchpoint.Rule)?.Name,
            At = now,
            StaleAt = FreshnessQuestion.StaleAt(attempt.Definition, touchpoint),
            Content = content,
        };
    }

    private MessageContent ContentAt(DateTimeOffset now) =>
        composer.Compose(
            new MessageRequest
            {
                Template = attempt.Touchpoint.Template,
                Channel = attempt.Touchpoint.Channel,
                Customer = attempt.Customer,
                Journey = attempt.Journey,
                Category = attempt.Touchpoint.Category,
                Data = attempt.Data,
                Survey = attempt.Definition.FindRule(attempt.Touchpoint.Rule)?.Survey,
                AddedValue = attempt.Touchpoint.AddedValue,
                Deadlines = attempt.Deadlines,
                Now = now,
                StateWords = attempt.StateWords,
                Step = attempt.Step,
                Steps = attempt.Steps,
                Line = attempt.Line(),
                TellsStep = attempt.Touchpoint.Step is not null,
            }
        );
}
