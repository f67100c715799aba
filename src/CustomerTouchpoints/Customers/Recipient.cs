using System.Collections.Frozen;
using CustomerTouchpoints.Customers.Suppression;

namespace CustomerTouchpoints.Customers;

/// <summary>What the directory could say of a customer at a moment.</summary>
internal abstract class Recipient
{
    private Recipient() { }

    /// <summary>The directory found them.</summary>
    public sealed class Known(Customer customer) : Recipient
    {
        private static readonly FrozenDictionary<Channel, IReadOnlyList<StandingSuppression>> Nothing = FrozenDictionary<
            Channel,
            IReadOnlyList<StandingSuppression>
        >.Empty;

        private Traits? traits;
        private FrozenDictionary<Channel, IReadOnlyList<AddressHash>>? hashes;

        public Customer Customer { get; } = customer;

        /// <summary>What decisions may know of them.</summary>
        public Traits Traits => traits ??= Traits.Of(Customer);

        /// <summary>What stands against their addresses, by channel: as the claim has found it under its locks.</summary>
        public IReadOnlyDictionary<Channel, IReadOnlyList<StandingSuppression>> Suppressed { get; private init; } = Nothing;

        /// <summary>The hashes of their addresses; made once, as long as the directory's answer is remembered.</summary>
        public FrozenDictionary<Channel, IReadOnlyList<AddressHash>> HashesBy(AddressHasher hasher) => hashes ??= hasher.Of(Customer);

        /// <summary>The hash of an address under the current key; null where they were not made.</summary>
        public string? HashOf(Channel channel) =>
            hashes is not null && hashes.TryGetValue(channel, out IReadOnlyList<AddressHash>? made) ? made[0].Text : null;

        /// <summary>
        /// The same customer, to be written to in a language; null for that of the directory, whose region stays where it is of the same.
        /// </summary>
        public Known In(string? language) =>
            language is null
            || Customer.Culture == language
            || Customer.Culture.StartsWith($"{language}-", StringComparison.OrdinalIgnoreCase)
                ? this
                : new Known(Customer with { Culture = language }) { hashes = hashes, Suppressed = Suppressed };

        /// <summary>The same customer, with what stands against their addresses.</summary>
        public Known With(IReadOnlyDictionary<Channel, IReadOnlyList<StandingSuppression>> suppressed) =>
            new(Customer)
            {
                traits = traits,
                hashes = hashes,
                Suppressed = suppressed,
            };
    }

    /// <summary>The directory answered, and has no such customer.</summary>
    public sealed class Nobody : Recipient;

    /// <summary>The directory did not answer in time.</summary>
    public sealed class Unavailable(Reason reason) : Recipient
    {
        public Reason Reason { get; } = reason;
    }
}
