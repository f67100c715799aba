using CustomerTouchpoints.Channels;
using FluentValidation;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Engine.Hosting;

/// <summary>Refuses settings of a channel that can't work; all faults at once, each with the channel's name.</summary>
internal sealed class ChannelOptionsCheck : AbstractValidator<ChannelOptions>, IValidateOptions<ChannelOptions>
{
    private readonly IReadOnlyList<ChannelRegistration> registrations;

    public ChannelOptionsCheck(IEnumerable<ChannelRegistration> registrations)
    {
        this.registrations = [.. registrations];
        RuleFor(options => options.MaxConcurrency).InclusiveBetween(1, 10_000).WithName("MaxConcurrency");
        RuleFor(options => options.Addresses).IsInEnum().WithName("Addresses");
        RuleForEach(options => options.Receipts).IsInEnum().WithName("Receipts");
        RuleForEach(options => options.Rates).SetValidator(new SendRateCheck());
        RuleFor(options => options.Retries).SetValidator(new RetryOptionsCheck("Retries"));
    }

    ValidateOptionsResult IValidateOptions<ChannelOptions>.Validate(string? name, ChannelOptions options)
    {
        IReadOnlyList<ProviderRegistration> providers =
            registrations.LastOrDefault(channel => channel.Channel.Name == name)?.Providers ?? [];
        string[] faults =
        [
            .. Validate(options).Errors.Select(error => error.ErrorMessage),
            .. providers
                .SelectMany(provider => provider.Options.Rates)
                .SelectMany(rate => new SendRateCheck().Validate(rate).Errors)
                .Select(error => error.ErrorMessage),
            .. options
                .Rates.Concat(providers.SelectMany(provider => provider.Options.Rates))
                .Select(rate => rate.Provider)
                .Distinct()
                .Where(named => named is not null && !providers.Any(provider => provider.Name == named))
                .Select(named => $"Rates: there is no provider {named} of this channel. Name one that AddProviders adds."),
        ];
        return faults.Length == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(faults.Select(fault => $"Channel {name}: {fault}"));
    }
}
