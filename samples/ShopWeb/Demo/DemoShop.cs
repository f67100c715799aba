using CustomerTouchpoints;
using CustomerTouchpoints.Feedback;
using CustomerTouchpoints.Inquiries;
using CustomerTouchpoints.Links;
using CustomerTouchpoints.Operations;

namespace ShopWeb.Demo;

/// <summary>The faces of the library that the month uses.</summary>
internal sealed record DemoShop(
    ICustomerTouchpoints Touchpoints,
    IInquiries Inquiries,
    ICustomerWishes Wishes,
    ITouchpointSwitches Switches,
    IFeedback Feedback,
    LinkSigner Links,
    TimeProvider Time
);
