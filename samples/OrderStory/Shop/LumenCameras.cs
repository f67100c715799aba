using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Messages;

namespace OrderStory.Shop;

/// <summary>Who speaks in every message.</summary>
internal static class LumenCameras
{
    public static void Describe(BrandOptions brand)
    {
        brand.Name = "Lumen Cameras";
        brand.Website = new Uri("https://lumen.example");
        brand.Color = "#7a2e1d";
        brand.From = new MessageAddress("orders@lumen.example", "Lumen Cameras");
        brand.ReplyTo = new MessageAddress("people@lumen.example", "Lumen Cameras");
        brand.LegalLine = "Lumen Cameras, Via dei Fotografi 12, 00184 Roma";
        brand.Contact.Phone = "+39 06 5550 0142";
        brand.Contact.Email = "people@lumen.example";
        brand.Contact.OpeningHours = new LocalizedText("Mon–Sat 9–19, Rome time")
        {
            { "fr", "lun.–sam. 9 h–19 h, heure de Rome" },
            { "de", "Mo–Sa 9–19 Uhr" },
            { "it", "lun–sab 9–19" },
        };

        // Where a parcel is, the delivery desk knows best.
        brand.Topics["delivery"] = new ContactOptions
        {
            Phone = "+39 06 5550 0177",
            Email = "delivery@lumen.example",
            ReplyTo = new MessageAddress("delivery@lumen.example", "Lumen Cameras"),
        };
    }
}
