using System.Text.Json;

namespace CustomerTouchpoints.Lifecycles.Guides;

/// <summary>
/// What was bought and has arrived: a series of guides to it, spaced, from the folder of the product. Sending it back ends the series.
/// </summary>
/// <remarks>Immutable once constructed; safe to share between threads.</remarks>
public class GuideLifecycle : Lifecycle
{
    /// <summary>The customer has it, and gets to know it.</summary>
    public static readonly State InUse = new("in-use", "it is with you");

    /// <summary>All has been said about it.</summary>
    public static readonly State Known = new("known", "it is with you", StateKind.Solved);

    /// <summary>The customer does not have it any more.</summary>
    public static readonly State Returned = new("returned", "it is sent back", StateKind.Final);

    /// <summary>What is sent of a product without guides of its own.</summary>
    private static readonly string[] general = ["guide-how-is-it"];

    private readonly GuideOptions options;
    private readonly IReadOnlyList<ProductGuides> products;

    /// <summary>The lifecycle with the default options.</summary>
    public GuideLifecycle()
        : this(new GuideOptions()) { }

    /// <summary>The lifecycle with options.</summary>
    /// <param name="options">The folder, spans, channels, the version. Not changed afterwards.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder of guides.</exception>
    public GuideLifecycle(GuideOptions options)
        : base("guide", options?.Version ?? throw new ArgumentNullException(nameof(options)))
    {
        this.options = options;
        products = options.Folder is { } folder ? ProductGuides.In(folder) : [];
    }

    /// <inheritdoc/>
    protected override void Define(LifecycleBuilder lifecycle)
    {
        ArgumentNullException.ThrowIfNull(lifecycle);
        LifecycleBuilder guide = lifecycle;
        guide.Parties("buyer");
        guide.OpensWith<ProductDelivered>().GoTo(InUse);
        guide.WhileOpen().On<ProductReturned>().GoTo(Returned);
        guide.While(Known).On<ProductReturned>().GoTo(Returned);
        foreach (ProductGuides product in products)
        {
            Say(guide, product.Templates, $"it is {product.Product}", situation => ProductOf(situation) == product.Product);
        }

        string[] known = [.. products.Select(product => product.Product)];
        Say(guide, general, "it has no guides of its own", situation => !known.Contains(ProductOf(situation)));

        int longest = products.Select(product => product.Templates.Count).Append(general.Length).Max();
        guide.While(InUse).For(options.FirstAfter + (longest * options.Every)).GoTo(Known);
    }

    private void Say(LifecycleBuilder guide, IReadOnlyList<string> templates, string description, Func<Situation, bool> condition)
    {
        for (int turn = 0; turn < templates.Count; turn++)
        {
            guide
                .OnEntering(InUse)
                .After(options.FirstAfter + (turn * options.Every))
                .Send(templates[turn])
                .By(options.Channels)
                .As(options.Category)
                .When(description, condition);
        }
    }

    private static string? ProductOf(Situation situation) =>
        situation.JourneyData.TryGetProperty("product", out JsonElement product) && product.ValueKind == JsonValueKind.String
            ? product.GetString()
            : null;
}
