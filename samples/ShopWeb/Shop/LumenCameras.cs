using CustomerTouchpoints;
using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Feedback;
using CustomerTouchpoints.Inquiries;
using CustomerTouchpoints.Responses;

namespace ShopWeb.Shop;

/// <summary>All that the shop says to be told apart from any other: what can happen, to whom, in which words.</summary>
internal static class LumenCameras
{
    /// <summary>When somebody is at the desk.</summary>
    private static BusinessCalendar Hours { get; } =
        BusinessCalendar
            .In("Europe/Rome")
            .Open(DayOfWeek.Monday, new TimeOnly(9, 0), new TimeOnly(19, 0))
            .Open(DayOfWeek.Tuesday, new TimeOnly(9, 0), new TimeOnly(19, 0))
            .Open(DayOfWeek.Wednesday, new TimeOnly(9, 0), new TimeOnly(19, 0))
            .Open(DayOfWeek.Thursday, new TimeOnly(9, 0), new TimeOnly(19, 0))
            .Open(DayOfWeek.Friday, new TimeOnly(9, 0), new TimeOnly(19, 0))
            .Open(DayOfWeek.Saturday, new TimeOnly(9, 0), new TimeOnly(19, 0))
            .Build();

    public static TouchpointsBuilder AddLumenCameras(this TouchpointsBuilder touchpoints, ShopFolder folder, Uri address) =>
        touchpoints
            .AddLifecycle<OrderLifecycle>()
            .AddInquiries(_ => new QuestionLifecycle(new QuestionPolicy { Hours = Hours, Survey = "solved" }))
            .AddSurvey(
                new Survey("delivery", SurveyKind.Satisfaction)
                {
                    Questions = new Dictionary<string, string> { ["en"] = "Is the camera what you hoped for?" },
                },
                new Survey("solved", SurveyKind.Solved)
            )
            .UseCustomers<ShopCustomers>()
            .AddTemplates(Path.Combine(AppContext.BaseDirectory, "Messages"))
            .UseBrand(brand =>
            {
                brand.Name = "Lumen Cameras";
                brand.Website = new Uri("https://lumen.example");
                brand.Color = "#7a2e1d";
                brand.From = new MessageAddress("orders@lumen.example", "Lumen Cameras");
                brand.Contact.Email = "people@lumen.example";
                brand.Contact.Phone = "+39 06 5550 0142";
            })
            .UseLinks(links =>
            {
                links.BaseAddress = new Uri(address, "/my");
                links.AddKey("1", folder.LinkKey());
            })
            .AddInbox()
            .UseSqlite(folder.Touchpoints);
}
