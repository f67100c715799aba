using CustomerTouchpoints.Messages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Lifecycles;

/// <summary>
/// How the journeys of this package and the steps of their lines are called, by language. What the host says comes after it.
/// </summary>
internal sealed class ShippedWords : IConfigureOptions<MessageOptions>
{
    /// <summary>English, German, French, Italian.</summary>
    private static readonly string[] cultures = ["en", "de", "fr", "it"];

    private static readonly (string Key, string[] Words)[] words =
    [
        ("journey.cart", ["your cart", "Ihren Warenkorb", "votre panier", "il Suo carrello"]),
        ("journey.opt-in", ["your subscription", "Ihre Anmeldung", "votre inscription", "la Sua iscrizione"]),
        ("journey.e-card", ["a card", "eine Karte", "une carte", "una cartolina"]),
        ("journey.delivery", ["your delivery", "Ihre Lieferung", "votre livraison", "la Sua consegna"]),
        ("journey.re-engagement", ["your account", "Ihr Konto", "votre compte", "il Suo account"]),
        ("journey.guide", ["your purchase", "Ihren Einkauf", "votre achat", "il Suo acquisto"]),
        ("step.e-card.written", ["Ready", "Fertig", "Prête", "Pronta"]),
        ("step.e-card.left", ["On its way", "Unterwegs", "En route", "In viaggio"]),
        ("step.e-card.opened", ["Opened", "Geöffnet", "Ouverte", "Aperta"]),
        ("step.return.requested", ["Requested", "Angemeldet", "Demandé", "Richiesto"]),
        ("step.return.label-ready", ["Label ready", "Etikett bereit", "Étiquette prête", "Etichetta pronta"]),
        ("step.return.received", ["Parcel received", "Paket erhalten", "Colis reçu", "Pacco ricevuto"]),
        ("step.return.checked", ["Checked", "Geprüft", "Contrôlé", "Controllato"]),
        ("step.return.refunded", ["Refunded", "Erstattet", "Remboursé", "Rimborsato"]),
    ];

    /// <summary>Adds them, once, before all that the host says.</summary>
    public static void AddTo(TouchpointsBuilder builder)
    {
        if (builder.Services.All(service => service.ImplementationType != typeof(ShippedWords)))
        {
            builder.Services.Insert(0, ServiceDescriptor.Singleton<IConfigureOptions<MessageOptions>, ShippedWords>());
        }
    }

    public void Configure(MessageOptions options)
    {
        for (int culture = 0; culture < cultures.Length; culture++)
        {
            options.AddWords(cultures[culture], words.ToDictionary(entry => entry.Key, entry => entry.Words[culture]));
        }
    }
}
